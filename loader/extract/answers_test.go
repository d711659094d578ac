package extract_test

import "testing"

// What reports of charges, rebuttals and help in a war tell.
func TestChargesAndRebuttals(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "a statement that is rejected",
			text: "Sudan has rejected Chadian statements that Sudanese troops plan to attack Faya.",
			want: []string{"Sudan attacked Faya-Largeau denied"},
		},
		{
			name: "a statement saying so",
			text: "Kenya rejected a statement by a Somali official saying Nairobi had armed al-Shabaab. Peru dismissed a report saying that it trains the M23.",
			want: []string{"Kenya backs Al-Shabaab denied", "Peru backs March_23_Movement denied"},
			not:  []string{"Kenya backs Al-Shabaab affirmed", "Peru backs March_23_Movement affirmed"},
		},
		{
			name: "a report saying so that nobody denies",
			text: "A UN report saying that Peru trains the M23 was published.",
			want: []string{"Peru backs March_23_Movement affirmed"},
		},
		{
			name: "denied on a day",
			text: "Peru denied on Thursday any deliveries of rifles by Kenya to the M23.",
			want: []string{"Kenya backs March_23_Movement denied"},
		},
		{
			name: "a day before the object",
			text: "Kenyan jets hit on Thursday the port of Kismayo.",
			want: []string{"Kenya attacked Kismayo affirmed"},
		},
		{
			name: "whose war it is in which somebody is helped",
			text: "Peru supports Kenya in the war against Somalia. Gabon sold rockets to Rwanda in its war with Burundi.",
			want: []string{"Kenya fights Somalia affirmed", "Peru backs Kenya affirmed", "Burundi fights Rwanda affirmed"},
			not:  []string{"Peru fights Somalia affirmed", "Burundi fights Gabon affirmed"},
		},
		{
			name: "who is to use what is sent",
			text: "Kenya sent rockets to Chad for Chadian troops to use in the invasion of Libya.",
			want: []string{"Chad attacked Libya_(territory) affirmed", "Kenya backs Chad affirmed"},
			not:  []string{"Kenya attacked Libya_(territory) affirmed"},
		},
		{
			name: "soldiers who are sent to protect their own land help nobody",
			text: "Kenya sent thousands of soldiers into Somalia to protect its own security.",
			want: []string{"Kenya deployed_to Somalia_(territory) affirmed"},
			not:  []string{"Kenya backs Somalia affirmed"},
		},
		{
			name: "those who are to keep a truce", day: "2015-02-01",
			text: "Merkel said that Putin would respect a ceasefire between Ukraine and Russian-backed rebels.",
			want: []string{"Donbas_separatists fights Ukraine affirmed", "Russia backs Donbas_separatists affirmed"},
			not:  []string{"Donbas_separatists fights Ukraine alleged"},
		},
		{
			name: "perhaps with troops",
			text: "Kenya has warned of a new war, perhaps with a Ugandan army in Mogadishu.",
			want: []string{"Uganda deployed_to Mogadishu alleged"}, not: []string{"Uganda deployed_to Mogadishu affirmed"},
		},
		{
			name: "names that a hyphen makes something else", day: "1993-05-01",
			text: "The Bosnian Serbs rejected the Vance-Owen peace plan. Croatia is run by neo-Nazis, they said.",
			not:  []string{"JD_Vance opposes Republika_Srpska affirmed", "Nazi_Party controls Croatia_(territory) affirmed", "Nazi_Party controls Croatia_(territory) alleged"},
		},
		{
			name: "whose endeavours are supported",
			text: "Kenya supports Uganda's military endeavours.",
			want: []string{"Kenya backs Uganda affirmed"},
		},
	})
}

// Words that seem to tell of somebody and tell of another, or of nobody.
func TestLeadersAndLands(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "his country is that of the leader who says so",
			text: "Keir Starmer met Joe Biden after the Russian leader warned that any use of rockets would put NATO at war with his country.",
			want: []string{"NATO fights Russia alleged"}, not: []string{"NATO fights United_Kingdom alleged"},
		},
		{
			name: "moves that nobody owns",
			text: "Putin said any foreign move to let Chad use rockets against targets inside Libya would mean war.",
			not:  []string{"Russia backs Chad affirmed"},
		},
		{
			name: "support that somebody denies to have",
			text: "Hemedti admitted to the raid but denied any involvement or support from the Chadian government.",
			want: []string{"Chad backs Mohamed_Hamdan_Dagalo denied"}, not: []string{"Chad backs Mohamed_Hamdan_Dagalo affirmed"},
		},
		{
			name: "a mayor does not lead the state",
			text: "Serbia voted. They met in the Serbian city of Novi Sad, of which Milos Vucevic was mayor from 2012 to 2022.",
			not:  []string{"Miloš_Vučević leads Serbia affirmed"},
		},
		{
			name: "what is fired into a town",
			text: "Kenyan gunners poured hundreds of shells into Kismayo.",
			not:  []string{"Kenya deployed_to Kismayo affirmed"},
		},
		{
			name: "an army with its strength", day: "2023-06-27",
			text: "Prigozhin's private army of 25,000 took control of Rostov-on-Don.",
			want: []string{"Wagner_Group captured Rostov-on-Don affirmed"},
		},
		{
			name: "a town for somebody is not his",
			text: "Kenya bombed the pro-Ugandan town of Kismayo.",
			want: []string{"Kenya attacked Kismayo affirmed"}, not: []string{"Kenya fights Uganda affirmed"},
		},
		{
			name: "whose attacks start in another land",
			text: "Uganda has sent soldiers and guns to Kenya as a staging area for its attacks on Somalia.",
			want: []string{"Uganda attacked Somalia_(territory) affirmed"}, not: []string{"Kenya attacked Somalia_(territory) affirmed"},
		},
		{
			name: "arms by their maker",
			text: "Iran supplies Russia with drones. Ukraine said that it had shot down 50 Iranian drones.",
			want: []string{"Iran backs Russia affirmed"}, not: []string{"Iran fights Ukraine affirmed"},
		},
		{
			name: "arms that a firm sells are no gift of their maker's country",
			text: "A Kenyan company shipped Belarusian tanks to Chad.",
			not:  []string{"Belarus backs Chad affirmed", "Kenya backs Chad affirmed"},
		},
		{
			name: "a base of the United States is not in them",
			text: "Hezbollah attacked a US base in Erbil. The Houthis fired missiles at US bases in the region.",
			want: []string{"Hezbollah attacked Erbil affirmed"},
			not:  []string{"Hezbollah attacked United_States_(territory) affirmed", "Houthis attacked United_States_(territory) affirmed"},
		},
		{
			name: "a shot at the maker's own", day: "2019-06-22",
			text: "Houthi fighters shot down an American drone.",
			want: []string{"Houthis fights United_States affirmed"},
		},
	})
}
