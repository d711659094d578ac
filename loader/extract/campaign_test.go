package extract_test

import "testing"

// Reports that list one side's strikes say whose they are once, at the head.
func TestCampaigns(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string
	}{
		{
			name: "items with marks",
			text: "GULF COMMAND, June 2, 2018 - On June 1, Coalition forces conducted nine strikes consisting of 14 engagements against the Islamic State in Syria and Iraq.\n\n" +
				"• Near Shaddadi, six strikes engaged two ISIS units; destroyed a bunker.\n• Near Hawija, one strike damaged an ISIS tunnel.\n• Near Tal Afar, two strikes suppressed a mortar team.\n",
			want: []string{
				"Islamic_State fights US-led_coalition affirmed", "US-led_coalition attacked Ash-Shaddadi affirmed",
				"US-led_coalition attacked Hawija affirmed", "US-led_coalition attacked Tal_Afar affirmed",
			},
		},
		{
			name: "a force of two owners",
			text: "Iraqi and coalition troops entered Mosul to fight Islamic State. Syrian and allied troops stayed in Palmyra.",
			want: []string{"Iraq deployed_to Mosul affirmed", "US-led_coalition deployed_to Mosul affirmed"},
			not:  []string{"US-led_coalition deployed_to Palmyra affirmed"},
		},
		{
			name: "who takes part",
			text: "US and coalition forces have continued to attack ISIL fighters in Syria and Iraq, officials of Operation Inherent Resolve said.\n\nBombers and drones conducted two strikes in Iraq:\n\n" +
				"-- Near Ramadi, two strikes destroyed an ISIL cache.\n\nCoalition countries which have carried out strikes in Syria include Denmark, Belgium and Jordan.\n",
			want: []string{
				"US-led_coalition attacked Ramadi affirmed", "Denmark fights Islamic_State affirmed", "Belgium fights Islamic_State affirmed",
				"Islamic_State fights Jordan affirmed", "Jordan member_of US-led_coalition affirmed",
			},
			not: []string{"Denmark attacked Iraq_(territory) affirmed", "United_States attacked Ramadi affirmed"},
		},
		{
			name: "makes of aircraft",
			text: "French forces continued to carry out air operations against Islamic State.\n\nMonday - Rafales destroyed a lorry in Mosul, and a Reaper supported the Syrian Democratic Forces near Raqqa.\n",
			want: []string{"France attacked Mosul affirmed", "France backs Syrian_Democratic_Forces affirmed"},
		},
		{
			name: "until others attack",
			text: "The Saudi-led coalition carried out dozens of air strikes against the Houthis. In Sanaa, two strikes hit a depot. " +
				"The Houthis said they had fired a missile at Najran. In Marib, a strike hit a school.",
			want: []string{"Saudi-led_coalition attacked Sanaa affirmed", "Houthis attacked Najran affirmed"},
			not:  []string{"Saudi-led_coalition attacked Najran affirmed", "Saudi-led_coalition attacked Marib affirmed", "Houthis attacked Marib affirmed"},
		},
		{
			name: "what somebody is only accused of",
			text: "The Houthis accused Saudi Arabia of carrying out ten air strikes on Saada. In Sanaa, two strikes hit a depot.",
			not:  []string{"Saudi_Arabia attacked Sanaa affirmed"},
		},
		{
			name: "other people's strikes",
			text: "US forces conducted ten strikes against Islamic State near Mosul. In Aleppo, rebel strikes killed six soldiers. Near Raqqa, a strike by Russia hit a bakery.",
			not:  []string{"United_States attacked Aleppo affirmed", "United_States attacked Raqqa affirmed"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkPassage(t, tt.text, tt.want, tt.not) })
	}
}
