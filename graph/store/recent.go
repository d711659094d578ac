package store

// recent holds what was used lately, by two generations: what is asked for again comes into the young one, and once that is
// full the old one is forgotten. So what many changes use stays, and what one alone used goes.
type recent[K comparable, V any] struct {
	young, old map[K]V
	// room is how much a generation holds, used how much the young one does, in units of the caller's.
	room, used int
	weigh      func(K, V) int
}

func newRecent[K comparable, V any](room int, weigh func(K, V) int) *recent[K, V] {
	return &recent[K, V]{young: map[K]V{}, old: map[K]V{}, room: room, weigh: weigh}
}

// get gives what is held under a key, and holds it for longer.
func (r *recent[K, V]) get(key K) (value V, ok bool) {
	if value, ok = r.young[key]; ok {
		return value, true
	}
	if value, ok = r.old[key]; ok {
		r.put(key, value)
	}
	return value, ok
}

// put holds a value, also in the place of another one.
func (r *recent[K, V]) put(key K, value V) {
	r.drop(key)
	weight := r.weigh(key, value)
	if r.used+weight > r.room {
		r.young, r.old, r.used = r.old, r.young, 0
		clear(r.young)
	}
	r.young[key] = value
	r.used += weight
}

// drop forgets what is held under a key.
func (r *recent[K, V]) drop(key K) {
	if value, ok := r.young[key]; ok {
		r.used -= r.weigh(key, value)
		delete(r.young, key)
	}
	delete(r.old, key)
}
