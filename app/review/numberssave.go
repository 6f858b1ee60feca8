package review

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"talkthrough/internal/export"
	"talkthrough/internal/paint"
)

// saveCharts writes each chart as PNG and SVG into the export folder.
func (p *numbersPage) saveCharts() {
	s, charts := p.screen, p.charts
	folder := filepath.Join(s.attempt.Dir, "export")
	p.told.SetText("Saving the charts…")
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		err := writeCharts(folder, charts)
		s.postIfThere(func() {
			if err != nil {
				p.told.SetText("The charts are not saved: " + err.Error())
				return
			}
			p.told.SetText("Saved in " + folder)
		})
	}()
}

func writeCharts(folder string, charts []namedChart) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	var errs []error
	for _, c := range charts {
		elements := c.scene.Elements()
		path := filepath.Join(folder, "chart-"+c.name)
		errs = append(errs,
			export.Save(path+".png", true, func(w io.Writer) error {
				return paint.WritePNG(w, elements, paint.ExportOptions{Scale: 2})
			}),
			export.Save(path+".svg", true, func(w io.Writer) error {
				return paint.SVG(w, elements, paint.ExportOptions{})
			}))
	}
	return errors.Join(errs...)
}
