package graph

import "slices"

// Entity is an actor or a place.
type Entity struct {
	ID   ID         `json:"id"`
	Name string     `json:"name"`
	Type EntityType `json:"type"`
	// IsState says that the dictionary counts the entity as a state, for as long as it Existed.
	IsState bool    `json:"isState,omitempty"`
	Existed Valid   `json:"existed,omitempty"`
	Aliases []Alias `json:"aliases,omitempty"`
	// Country is the id of the state that an actor belongs to or a place lies in; empty where there are several.
	Country ID `json:"country,omitempty"`
	// PartOf is the larger actor or place.
	PartOf ID `json:"partOf,omitempty"`
	// Latitude and Longitude are decimal degrees (WGS 84) as the dictionary writes them, both empty where unknown.
	Latitude  string `json:"latitude,omitempty"`
	Longitude string `json:"longitude,omitempty"`
	Wikidata  string `json:"wikidata,omitempty"`
	UCDP      string `json:"ucdp,omitempty"`
	GeoNames  string `json:"geonames,omitempty"`
}

// Alias is another name of an entity, and when it was in use (empty: always).
type Alias struct {
	Name string `json:"name"`
	When Valid  `json:"when,omitempty"`
}

// IsPlace reports whether the entity is a place rather than an actor.
func (e Entity) IsPlace() bool { return e.Type == Place }

// EntityType says what sort of actor an entity is, or that it is a place.
type EntityType string

const (
	State        EntityType = "state"
	Government   EntityType = "government"
	Military     EntityType = "military"
	ArmedGroup   EntityType = "armed_group"
	Militia      EntityType = "militia"
	Company      EntityType = "company"
	Party        EntityType = "party"
	Coalition    EntityType = "coalition"
	Organisation EntityType = "organisation"
	Person       EntityType = "person"
	Unit         EntityType = "unit"
	Place        EntityType = "place"
)

// EntityTypes lists all types, actors first.
func EntityTypes() []EntityType {
	return []EntityType{
		State, Government, Military, ArmedGroup, Militia, Company, Party, Coalition, Organisation, Person, Unit, Place,
	}
}

// Known reports whether t is one of [EntityTypes].
func (t EntityType) Known() bool { return slices.Contains(EntityTypes(), t) }
