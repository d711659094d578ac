// Package extract reads documents: it finds the statements that a text makes about who backs, fights and leads whom,
// and who took which place.
//
// It works as a cascade over each sentence: names of the dictionary and new names by their form; part-of-speech tags;
// noun and verb groups; what each verb's subject and objects are; who a group of words stands for; frames
// (data/*.frames) that name the words for each relation and where its ends stand; and how the text stands to the tie:
// affirmed, alleged or denied, by whom, since when. All that the domain knows is data, with tests beside the rules.
//
// A [Reader] is a pure function of the document: no store, no clock, no network. It reads no files and fetches nothing
// (package loader/source does) and stores nothing (package loader does).
//
// # Reading the code
//
// The steps in their order, each with its files:
//
//   - Frame: extract.go holds the reader; class.go, wordpair.go and frame.go read its data, sieve.go keeps most
//     words from being looked up, lint.go checks the data, explain.go shows each step at work, gap.go what came to
//     nothing. document.go and sentence.go hold what is known of an article and of a sentence, and run the steps;
//     mayname.go tells whether a sentence may name anybody; mention.go is what they tell others, arena.go their memory.
//   - Copy: markup.go blanks HTML left in the text, elsewhere.go passes over lists of keywords and other articles;
//     apostrophe.go, comma.go, placerun.go, hyphen.go and joined.go restore what feeds strip, marked.go
//     passes over marks that quote nobody, runon.go cuts what they run together.
//   - Names: name.go, newname.go, connector.go, body.go, emblem.go, foreignbody.go, district.go and stranger.go find names, person.go tells those of persons, newcomer.go what bear those
//     that nobody knows, locality.go which of these are places, short.go, shortbody.go and acronym.go what is short for them, numeral.go numbers that are none, namesake.go whose a name alone is, alias.go what is another name of them, misspelt.go
//     leaders spelt with a letter too many.
//   - Tags: tags.go mends what the tagger gets wrong, by the rows of data/tags.txt, which tagrule.go and tagtest.go
//     read and whose conditions stand in tagcondition.go; capitals.go is for sentences all in capitals, headline.go for headlines, clauseverb.go
//     for clauses that seem to have no verb.
//   - Groups: dateline.go sets a report's first words apart, chronicle.go the date of an entry, group.go cuts the sentence; noun.go, nounword.go, gift.go, amount.go,
//     verb.go, midphrase.go, preposition.go and date.go read one group each; list.go, attach.go and suspects.go join those that act as one;
//     ellipsis.go, gapped.go and dated.go restore verbs that a clause leaves out, fronted.go the end of a phrase that opens it,
//     opening.go that of a clause that opens a sentence; timeclause.go makes "after" and the like begin a clause.
//   - Clauses: participle.go and series.go settle the verbs' forms; apposition.go finds names' descriptions;
//     govern.go, govern_infinitive.go, govern_participle.go, gerund.go, joint.go, stateful.go, clause.go and subject.go give each verb its governor and subject,
//     insertion.go and conjoin.go find it over what commas insert, connective.go the words that join clauses, clausecomma.go the commas of clauses
//     that a feed took, commaclause.go those that end a list, between.go and sides.go the second of two sides,
//     antecedent.go whom a relative clause or a participle behind a body describes, company.go, likewise.go and behind.go who is subject along with others, like others or behind a description; inverted.go finds what
//     stands before who says it, telling.go who says, denies or conditions a clause, object.go, lateobject.go, phrases.go and relative.go a verb's objects and phrases.
//   - Who is meant: resolve.go and actor.go for actors; irregulars.go, fighters.go and armament.go for whose fighters and weapons are meant;
//     sense.go, era.go and homeland.go for names of several meanings; kin.go for relatives, related.go for allies, critics and others who are somebody to another, kindred.go for peoples
//     in the wars of others; people.go, creed.go, friend.go, uprising.go, factions.go, incumbent.go, presidents.go, both.go,
//     description.go, theme.go, reference.go, event.go, outrage.go, retold.go, campaign.go and barracks.go for what only the text before tells; place.go, site.go, region.go and held.go
//     for places, theatre.go for those that go without saying; pronoun.go, salience.go and whom.go for "its", speech.go for "we", country.go for "his country"; giver.go for those behind
//     support, stateforce.go for whose army "the army" is, envoy.go and legislature.go for those for whom officials, leaders and parliaments act, sitting.go for
//     governments by where they sit and alliances by their members, recipient.go and leaving.go for whom and what a clause leaves out.
//   - Frames: match.go tries them, deverbal.go those of verbs on nouns in -ing; need.go, nextverb.go and idiom.go hold their conditions, slot.go, guard.go, side.go, punish.go, bearer.go, scene.go, lies.go,
//     servicemen.go and foe.go the roles of their ends; expected.go those of whom only the rule tells what they are, candidate.go notes what fires, tie.go tells what is no tie between two ends, kind.go the kinds of support, pair.go two
//     sides of one group.
//   - Ties without a word of their own: role.go, office.go, officer.go, tenure.go, institution.go, holder.go, partisan.go, usual.go and appointment.go for offices,
//     belong.go for owners and members, unit.go for units, command.go for whose men they are, allied.go for "allied" forces; label.go, ministry.go,
//     roster.go, roll.go and box.go for lists behind a colon, beside a name and with an item a line, deployment.go
//     for those of soldiers abroad, post.go for where a report from a front begins.
//   - How the text stands to it: qualify.go for verbs, climb.go and thatclause.go for those above them, gerund.go for gerunds, qualify_noun.go for nouns, underverb.go for what a verb does to these, intent.go and scheme.go for plans and attempts,
//     condition.go for conditions, chances and duties, prospect.go for what is weighed or left open, shade.go for what nouns and adjectives make of it, doubt.go for what is laid to somebody or not ruled out, meaning.go for what is only supposed, hearsay.go for
//     what is told at second hand, factive.go for what is so
//     whatever is done with it, apart.go and comment.go for phrases that stand apart, unsaid.go for claims without "that" and
//     those taken back, reproach.go for whom a reproach is laid to, untrue.go, dispute.go and rebuttal.go for denials, unverified.go for what nobody confirms, sequel.go for what the next sentence makes of it, conviction.go for what somebody is sure of or doubts, voice.go
//     and mouthpiece.go for who speaks, quote.go for whose direct speech it is.
//   - The end: reading.go keeps what the article bears out, as statements; adversary.go tells what only one side lays to the other.
package extract
