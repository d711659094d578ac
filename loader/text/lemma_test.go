package text_test

import (
	"fmt"
	"strings"
	"testing"

	"entente.example/loader/text"
)

func TestLemma(t *testing.T) {
	tests := []struct {
		tag   text.Tag
		pairs string // form>base
	}{
		{text.VBD, `seized>seize fought>fight sent>send backed>back controlled>control led>lead held>hold fled>flee
			withdrew>withdraw overran>overrun won>win lost>lose took>take gave>give struck>strike hit>hit drove>drive
			fell>fall broke>break began>begin captured>capture occupied>occupy attacked>attack supplied>supply armed>arm
			trained>train funded>fund deployed>deploy besieged>besiege shelled>shell bombed>bomb stormed>storm
			invaded>invade retreated>retreat retook>retake recaptured>recapture pulled>pull handed>hand denied>deny
			said>say told>tell claimed>claim accused>accuse alleged>allege blamed>blame vowed>vow urged>urge
			pledged>pledge offered>offer planned>plan stopped>stop transferred>transfer occurred>occur admitted>admit
			equipped>equip patrolled>patrol travelled>travel traveled>travel cancelled>cancel rebelled>rebel
			entered>enter advanced>advance forced>force arrived>arrive moved>move used>use launched>launch
			clashed>clash reached>reach rallied>rally allied>ally sided>side died>die lied>lie tied>tie agreed>agree
			freed>free guaranteed>guarantee shipped>ship smuggled>smuggle settled>settle battled>battle
			assembled>assemble toppled>topple ousted>oust overthrew>overthrow shot>shoot downed>down flew>fly
			went>go came>come were>be was>be had>have did>do made>make kept>keep left>leave met>meet paid>pay
			bought>buy sold>sell brought>bring thought>think sought>seek stood>stand understood>understand
			dug>dig laid>lay lay>lie rose>rise spoke>speak swore>swear threw>throw wrote>write became>become
			ranged>range changed>change challenged>challenge arranged>arrange avenged>avenge plunged>plunge
			belonged>belong hanged>hang judged>judge merged>merge surged>surge charged>charge urged>urge managed>manage
			argued>argue pursued>pursue rescued>rescue continued>continue issued>issue believed>believe
			retaliated>retaliate evacuated>evacuate negotiated>negotiate defeated>defeat treated>treat repeated>repeat
			visited>visit united>unite invited>invite ignited>ignite exploited>exploit recruited>recruit
			completed>complete deleted>delete targeted>target executed>execute disputed>dispute scouted>scout voted>vote
			provided>provide raided>raid avoided>avoid decided>decide aided>aid exploded>explode flooded>flood
			included>include conceded>concede needed>need succeeded>succeed added>add bragged>brag
			combined>combine explained>explain undermined>undermine abandoned>abandon postponed>postpone
			threatened>threaten intervened>intervene named>name streamed>stream welcomed>welcome assumed>assume
			shaped>shape escaped>escape helped>help developed>develop grouped>group dropped>drop hoped>hope hopped>hop
			shared>share declared>declare prepared>prepare cleared>clear appeared>appear feared>fear
			required>require repaired>repair hired>hire fired>fire restored>restore explored>explore monitored>monitor
			sponsored>sponsor interfered>interfere suffered>suffer delivered>deliver secured>secure murdered>murder
			tortured>torture ensured>ensure poured>pour described>describe bribed>bribe probed>probe robbed>rob
			looked>look provoked>provoke invoked>invoke stroked>stroke attracted>attract wasted>waste tasted>taste
			listed>list focused>focus increased>increase crossed>cross pressed>press endorsed>endorse reversed>reverse
			organised>organise organized>organize recognised>recognise embraced>embrace sentenced>sentence
			owed>owe vetoed>veto echoed>echo re-entered>re-enter re-took>re-take outgunned>outgun overflew>overfly
			'd>have bled>bleed burst>burst cut>cut let>let put>put spread>spread strafed>strafe embargoed>embargo routed>rout parachuted>parachute bankrolled>bankroll`},
		{text.VBN, `withdrawn>withdraw taken>take given>give driven>drive fallen>fall broken>break begun>begin been>be
			overrun>overrun seen>see known>know shown>show hidden>hide risen>rise flown>fly forgiven>forgive
			chosen>choose frozen>freeze torn>tear worn>wear sworn>swear beaten>beat led>lead found>find founded>found
			wounded>wound wound>wind bound>bind stolen>steal overthrown>overthrow undergone>undergo rebuilt>rebuild`},
		{text.VBG, `occupying>occupy attempting>attempt seizing>seize fleeing>flee backing>back dying>die lying>lie
			tying>tie being>be having>have doing>do going>go saying>say sending>send arming>arm supplying>supply
			withdrawing>withdraw running>run getting>get winning>win beginning>begin digging>dig putting>put
			setting>set hitting>hit leaving>leave giving>give striking>strike making>make using>use losing>lose
			closing>close moving>move driving>drive writing>write fighting>fight controlling>control shelling>shell
			bombing>bomb besieging>besiege ranging>range bringing>bring agreeing>agree seeing>see threatening>threaten
			planning>plan shooting>shoot smuggling>smuggle combating>combat`},
		{text.VBZ, `seizes>seize backs>back supplies>supply denies>deny has>have does>do is>be 's>be goes>go flies>fly
			pushes>push reaches>reach crosses>cross accuses>accuse launches>launch uses>use forces>force leads>lead
			gives>give leaves>leave relaxes>relax vetoes>veto focuses>focus says>say buys>buy`},
		{text.VBP, `are>be 're>be 've>have 'm>be have>have fight>fight found>found saw>saw`},
		{text.MD, `ca>can wo>will 'll>will 'd>will could>can would>will may>may should>shall`},
		{text.VB, `Seize>seize be>be found>found LEAD>lead bring>bring`},
		{text.NNS, `armies>army forces>force allies>ally fighters>fighter towns>town cities>city bases>base clashes>clash
			attacks>attack troops>troop men>man gunmen>gunman women>woman children>child people>people police>police
			knives>knife lives>life wolves>wolf crises>crisis viruses>virus buses>bus houses>house warehouses>warehouse
			clauses>clause causes>cause excuses>excuse heroes>hero vetoes>veto torpedoes>torpedo shoes>shoe
			headquarters>headquarters barracks>barracks arms>arms movies>movie ties>tie boxes>box taxes>tax
			branches>branch caches>cache losses>loss businesses>business gases>gas aircraft>aircraft series>series
			days>day convoys>convoy airstrikes>airstrike drones>drone militias>militia coups>coup phenomena>phenomenon`},
		{text.NNPS, `Russians>russian Kurds>kurd Houthis>houthi Emiratis>emirati Emirates>emirate`},
		{text.NN, `Army>army status>status news>news crisis>crisis`},
		{text.NNP, `Haftar>haftar ÉLYSÉE>élysée`},
		{text.JJR, `larger>large bigger>big stronger>strong closer>close better>good worse>bad heavier>heavy higher>high
			newer>new smaller>small braver>brave more>many fewer>few simpler>simple`},
		{text.JJS, `largest>large latest>late heaviest>heavy best>good strongest>strong`},
		{text.RB, `n't>not n’t>not Not>not`},
		{text.RBR, `better>well sooner>soon further>far`},
		{text.JJ, `armed>armed allied>allied`},
		{text.POS, `’s>'s`},
	}
	n := 0
	for _, tt := range tests {
		for _, pair := range strings.Fields(tt.pairs) {
			form, want, _ := strings.Cut(pair, ">")
			n++
			if got := text.Lemma(form, tt.tag); got != want {
				t.Errorf("Lemma(%q, %v) = %q, want %q", form, tt.tag, got, want)
			}
		}
	}
	if n < 200 {
		t.Errorf("only %d pairs", n)
	}
}

func FuzzLemma(f *testing.F) {
	for _, s := range []string{"'s", "ed", "ing", "ies", "-", "re-", "s", "İed", "\xffing"} {
		f.Add(s, uint8(text.VBD))
	}
	f.Fuzz(func(t *testing.T, word string, tag uint8) {
		if got := text.Lemma(word, text.Tag(tag)); (got == "") != (word == "") {
			t.Errorf("Lemma(%q, %v) = %q", word, text.Tag(tag), got)
		}
	})
}

func ExampleLemma() {
	fmt.Println(text.Lemma("Seized", text.VBD), text.Lemma("armies", text.NNS), text.Lemma("found", text.VBD), text.Lemma("founded", text.VBN))
	// Output: seize army find found
}
