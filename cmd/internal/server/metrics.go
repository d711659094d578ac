package server

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"entente.example/graph/store"
)

// meter counts what the server does, for Prometheus.
type meter struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	refused  prometheus.Counter
}

func newMeter(s *Server) *meter {
	m := &meter{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "entente_requests_total", Help: "Requests by route and status.",
		}, []string{"route", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "entente_request_seconds", Help: "Time from the request to the end of its answer.",
			Buckets: []float64{.0005, .001, .005, .01, .05, .1, .5, 1, 5, 30},
		}, []string{"route"}),
		refused: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "entente_questions_refused_total", Help: "Questions that were sent away since too many were being answered.",
		}),
	}
	gauge := func(name, help string, value func() float64) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value)
	}
	counted := func(field func(store.Stats) int) func() float64 {
		return func() float64 {
			stats, err := s.store.Stats(context.Background())
			if err != nil {
				return 0
			}
			return float64(field(stats))
		}
	}
	m.registry.MustRegister(
		m.requests, m.seconds, m.refused, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		gauge("entente_questions", "Questions that are being answered.", func() float64 { return float64(len(s.slots)) }),
		gauge("entente_articles", "Articles in the store.", counted(func(st store.Stats) int { return st.Articles })),
		gauge("entente_statements", "Statements in the store.", counted(func(st store.Stats) int { return st.Statements })),
		gauge("entente_entities", "Entities in the store.", counted(func(st store.Stats) int { return st.Entities })),
	)
	return m
}

// count notes a request under the pattern of its route, never its path: a label is kept for good.
func (m *meter) count(pattern string, code int, took time.Duration) {
	m.requests.WithLabelValues(pattern, strconv.Itoa(code)).Inc()
	m.seconds.WithLabelValues(pattern).Observe(took.Seconds())
}

func (m *meter) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
