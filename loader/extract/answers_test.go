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
