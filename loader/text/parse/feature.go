package parse

// key hashes a feature: its template's number and up to two values.
func key(template uint64, a, b uint64) uint32 {
	h := a*0x9E3779B97F4A7C15 ^ (b+template<<40)*0xD6E8FEB86659FD93
	h ^= h >> 32
	h *= 0xFF51AFD7ED558CCD
	return uint32(h >> 32)
}

// join makes one value of three small ones.
func join(a, b, c uint32) uint64 { return uint64(a)<<16 | uint64(b)<<8 | uint64(c) }

// span tells apart how far two tokens are from each other.
func span(from, to int32) uint32 {
	switch d := to - from; {
	case d < 5:
		return uint32(d)
	case d < 7:
		return 5
	case d < 11:
		return 6
	}
	return 7
}

// few counts up to two.
func few(from, to uint16) uint32 { return uint32(min(to-from, 2)) }

// actionFeatures is how many features an action is chosen by.
const actionFeatures = 86

// features sets keys to the features that the next action is chosen by.
func (s *state) features(keys *[actionFeatures]uint32) {
	s0, s1, s2 := s.top(0), s.top(1), s.top(2)
	b0, b1, b2 := s.at(s.next), s.at(s.next+1), s.at(s.next+2)
	s0l, s0r, s0l2, s0r2 := s.at(s0.left), s.at(s0.right), s.at(s0.left2), s.at(s0.right2)
	s1l, s1r := s.at(s1.left), s.at(s1.right)
	b0l, b0l2 := s.at(b0.left), s.at(b0.left2)
	w0, w1, wb := uint64(s0.word), uint64(s1.word), uint64(b0.word)
	t0, t1, tb := s0.tag, s1.tag, b0.tag
	w0t, w1t, wbt := w0<<8|uint64(t0), w1<<8|uint64(t1), wb<<8|uint64(tb)
	d, between := uint32(0), uint32(0)
	if n := s.depth; n > 0 {
		d = span(s.stack[n-1], s.next)
		between = few(s0.commas, b0.commas)*9 + few(s0.verbs, b0.verbs)*3 + few(s0.ands, b0.ands)
	}
	d1, between1 := uint32(0), uint32(0)
	if n := s.depth; n > 1 {
		d1 = span(s.stack[n-2], s.stack[n-1])
		between1 = few(s1.commas, s0.commas)*9 + few(s1.verbs, s0.verbs)*3 + few(s1.ands, s0.ands)
	}
	beforeB, after0 := s.at(s.next-1), &s.empty
	if n := s.depth; n > 0 {
		after0 = s.at(s.stack[n-1] + 1)
	}
	caseB, case0 := uint64(b0l.word), uint64(s0l.word)
	ttt := join(t1, t0, tb)
	*keys = [actionFeatures]uint32{
		key(1, w0t, 0), key(2, uint64(t0), 0), key(3, wbt, 0), key(4, uint64(tb), 0),
		key(5, w1t, 0), key(6, uint64(t1), 0), key(7, uint64(b1.word), uint64(b1.tag)), key(8, uint64(b1.tag), uint64(b2.tag)),
		key(9, w0t, wbt), key(10, w0t, uint64(tb)), key(11, uint64(t0), wbt), key(12, uint64(t0), uint64(tb)),
		key(13, w1t, w0t), key(14, w1t, uint64(t0)), key(15, uint64(t1), w0t), key(16, uint64(t1), uint64(t0)),
		key(17, w1t, wbt), key(18, w1t, uint64(tb)), key(19, uint64(t1), wbt), key(20, ttt, 0),
		key(21, join(t0, tb, b1.tag), 0), key(22, join(tb, b1.tag, b2.tag), 0), key(23, ttt, uint64(b1.tag)), key(24, ttt, uint64(s2.tag)),
		key(25, join(t0, tb, s0l.tag), 0), key(26, join(t0, tb, s0r.tag), 0), key(27, join(t0, tb, b0l.tag), 0),
		key(28, join(t1, t0, s1r.tag), 0), key(29, join(t1, t0, s1l.tag), 0), key(30, join(t1, t0, s0r.tag), 0),
		key(31, w0, uint64(d)), key(32, uint64(t0), uint64(d)), key(33, wb, uint64(d)), key(34, uint64(tb), uint64(d)),
		key(35, join(t0, tb, d), 0), key(36, join(t0, tb, between), 0), key(37, join(t1, t0, d1), uint64(tb)), key(38, join(t1, t0, between1), uint64(tb)),
		key(39, w0, uint64(min(s0.rights, 4))), key(40, uint64(t0), uint64(min(s0.rights, 4))), key(41, uint64(t0), uint64(min(s0.lefts, 4))),
		key(42, w1, uint64(min(s1.rights, 4))), key(43, uint64(t1), uint64(min(s1.rights, 4))), key(44, uint64(tb), uint64(min(b0.lefts, 4))),
		key(45, w0, s0.leftSet), key(46, uint64(t0), s0.leftSet), key(47, w0, s0.rightSet), key(48, uint64(t0)<<8|uint64(tb), s0.rightSet),
		key(49, w1, s1.rightSet), key(50, uint64(t1)<<8|uint64(tb), s1.rightSet), key(51, uint64(tb)<<8|uint64(t0), b0.leftSet),
		key(52, w0, caseB), key(53, w1, caseB), key(54, ttt, caseB), key(55, w1<<32|w0, caseB),
		key(56, w1, case0), key(57, join(t1, t0, tb), case0), key(58, uint64(s0l.word), uint64(t0)),
		key(59, uint64(s0r.word), uint64(t0)), key(60, uint64(s1r.word), uint64(t1)<<8|uint64(t0)), key(61, uint64(b0l.word), uint64(tb)<<8|uint64(t0)),
		key(62, join(t0, s0l.tag, s0l2.tag), 0), key(63, join(t0, s0r.tag, s0r2.tag), 0), key(64, join(tb, b0l.tag, b0l2.tag), uint64(t0)),
		key(65, uint64(s0.suffix), uint64(tb)), key(66, uint64(b0.suffix), uint64(t0)), key(67, uint64(s0.suffix)<<32|uint64(b0.suffix), 0),
		key(68, uint64(s2.tag)<<8|uint64(t1), w0), key(69, uint64(s2.word), uint64(t0)<<8|uint64(tb)), key(70, uint64(s1.suffix), uint64(t0)<<8|uint64(tb)),
		key(71, uint64(b1.word), uint64(t0)<<8|uint64(tb)), key(72, s0.leftSet, s0.rightSet<<20|uint64(tb)),
		key(73, wb, uint64(b1.word)), key(74, join(t0, b1.tag, b2.tag), uint64(tb)), key(75, w0, uint64(tb)<<8|uint64(b1.tag)), key(76, uint64(t1)<<8|uint64(tb), w0),
		key(77, w1, uint64(t0)<<8|uint64(tb)), key(78, ttt, wb), key(79, uint64(beforeB.word), uint64(tb)<<8|uint64(t0)), key(80, join(beforeB.tag, t0, tb), uint64(after0.tag)),
		key(81, uint64(after0.word), uint64(tb)<<8|uint64(t0)), key(82, uint64(s0r.word)<<32|wb, uint64(t0)), key(83, wb, uint64(t0)<<16|uint64(b1.tag)<<8|uint64(t1)), key(84, join(t1, t0, between1), uint64(between)<<8|uint64(tb)),
		key(85, w0, s0.rightSet<<8|uint64(tb)), key(86, s1.rightSet, uint64(t1)<<16|uint64(t0)<<8|uint64(tb)),
	}
}

// labelFeatures is how many features the relation of an arc is chosen by.
const labelFeatures = 38

// passive is the relations of a passive's dependents.
const passive = 1<<AuxPass | 1<<NsubjPass

// label sets keys to the features that the relation of an arc is chosen by.
func (s *state) label(keys *[labelFeatures]uint32, head, dependent int32) {
	h, d := &s.nodes[head], &s.nodes[dependent]
	dl, dr, dl2 := s.at(d.left), s.at(d.right), s.at(d.left2)
	hl, hr := s.at(h.left), s.at(h.right)
	before, after := s.at(dependent-1), s.at(dependent+1)
	side, apart := uint32(0), uint32(0)
	if head < dependent {
		side, apart = 8, span(head, dependent)
	} else {
		apart = span(dependent, head)
	}
	apart |= side
	sets := h.leftSet
	if side != 0 {
		sets = h.rightSet
	}
	th, td := h.tag, d.tag
	wh, wd := uint64(h.word), uint64(d.word)
	tags := uint64(join(th, td, side))
	*keys = [labelFeatures]uint32{
		key(101, tags, 0), key(102, wd, uint64(th)<<8|uint64(side)), key(103, wh, uint64(td)<<8|uint64(side)), key(104, wh, wd),
		key(105, tags, uint64(apart)), key(106, tags, uint64(dl.word)), key(107, tags, uint64(dl.tag)), key(108, tags, uint64(dr.tag)),
		key(109, wh, uint64(dl.word)), key(110, wd, uint64(dl.word)), key(111, tags, d.leftSet), key(112, tags, d.rightSet),
		key(113, tags, h.leftSet), key(114, tags, h.rightSet), key(115, wh, sets<<8|uint64(td)), key(116, wd, 0),
		key(117, uint64(d.suffix), uint64(th)<<8|uint64(side)), key(118, uint64(h.suffix), uint64(td)<<8|uint64(side)), key(119, tags, uint64(before.tag)<<8|uint64(after.tag)),
		key(120, uint64(td), uint64(before.word)), key(121, uint64(td), uint64(after.word)), key(122, tags, uint64(hl.tag)<<8|uint64(hr.tag)),
		key(123, tags, uint64(hl.word)), key(124, tags, uint64(hr.word)), key(125, wh, uint64(d.leftSet)<<8|uint64(td)),
		key(126, uint64(td)<<8|uint64(side), uint64(dl.tag)<<8|uint64(dl2.tag)), key(127, tags, uint64(min(h.rights, 3))<<8|uint64(min(h.lefts, 3))),
		key(128, wd, uint64(apart)), key(129, uint64(d.suffix), 0), key(130, tags, uint64(dl2.word)), key(131, wd, d.rightSet), key(132, wh, uint64(dr.word)),
		key(133, uint64(td)<<8|uint64(side), h.leftSet&passive), key(134, wd, h.leftSet&passive), key(135, tags, uint64(s.at(s.next).tag)), key(136, wh, d.leftSet&(1<<Case|1<<Mark|1<<Det|1<<CC)<<8|uint64(td)),
		key(137, wd, d.leftSet), key(138, uint64(dl.word)<<32|uint64(dl2.word), uint64(td)<<8|uint64(side)),
	}
}
