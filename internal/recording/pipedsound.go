package recording

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ErrNoFFmpeg says that a recording needs ffmpeg, which is not installed.
var ErrNoFFmpeg = errors.New("only ffmpeg can decode it: install ffmpeg (Debian, Ubuntu: apt install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg) and try again")

// pipedSound has ffmpeg decode a file. A seek begins a new ffmpeg.
type pipedSound struct {
	path     string
	channels int
	rate     int

	cmd    *exec.Cmd
	cancel context.CancelFunc
	pipe   *bufio.Reader
	said   lastWords
	pos    int64 // of the next piece

	raw []byte
	out []int16
}

// What ffmpeg may take for sound. Playlists and the like, which name other
// files, are not among it; nor is any network.
const ffmpegFormats = "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dsf,eac3,flac,flv,gsm,matroska,mov,mp3,mpeg,mpegts,ogg,tak,tta,voc,w64,wav,webm,wv"

var (
	ffmpegStream   = regexp.MustCompile(`Stream #0:\d+.*: Audio: (\w+).*?, (\d+) Hz`)
	ffmpegDuration = regexp.MustCompile(`Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)`)
)

// openPiped asks ffmpeg what is in a file and has it decode that.
func openPiped(path string) (decoder, soundInfo, error) {
	program, err := exec.LookPath("ffmpeg")
	if err != nil {
		return nil, soundInfo{}, ErrNoFFmpeg
	}
	if path, err = filepath.Abs(path); err != nil {
		return nil, soundInfo{}, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	// Without an output ffmpeg tells what it finds, and fails.
	about, _ := exec.CommandContext(ctx, program, input("info", 0, path)...).CombinedOutput()
	stream := ffmpegStream.FindSubmatch(about)
	if stream == nil {
		if bytes.Contains(about, []byte("Input #0")) {
			return nil, soundInfo{}, fmt.Errorf("%w: there is no sound in it", ErrUnknownFormat)
		}
		return nil, soundInfo{}, ErrUnknownFormat
	}
	p := &pipedSound{path: path}
	if p.rate, err = strconv.Atoi(string(stream[2])); err != nil {
		return nil, soundInfo{}, ErrUnknownFormat
	}
	info := soundInfo{format: string(stream[1]), rate: p.rate}
	if d := ffmpegDuration.FindSubmatch(about); d != nil {
		hours, _ := strconv.Atoi(string(d[1]))
		minutes, _ := strconv.Atoi(string(d[2]))
		seconds, _ := strconv.ParseFloat(string(d[3]), 64)
		info.samples = int64((float64(hours*3600+minutes*60) + seconds) * float64(p.rate))
	}
	if err := p.start(0); err != nil {
		return nil, soundInfo{}, err
	}
	info.channels, info.rate = p.channels, p.rate
	return p, info, nil
}

// input is ffmpeg's arguments for reading a file from a second on.
func input(level string, second int64, path string) []string {
	args := []string{
		"-nostdin", "-hide_banner", "-v", level,
		"-protocol_whitelist", "file,pipe", "-format_whitelist", ffmpegFormats,
	}
	if second > 0 {
		args = append(args, "-ss", strconv.FormatInt(second, 10))
	}
	return append(args, "-i", "file:"+path)
}

// start has ffmpeg decode from a whole second on. What it writes is a Sun audio
// file, whose header tells rate and channels.
func (p *pipedSound) start(second int64) error {
	args := append(input("error", second, p.path),
		"-map", "0:a:0", "-map_metadata", "-1", "-c:a", "pcm_s16be", "-f", "au", "pipe:1")
	ctx, cancel := context.WithCancel(context.Background())
	p.cmd, p.cancel = exec.CommandContext(ctx, "ffmpeg", args...), cancel
	p.said = nil
	p.cmd.Stderr = &p.said
	out, err := p.cmd.StdoutPipe()
	if err == nil {
		err = p.cmd.Start()
	}
	if err != nil {
		cancel()
		p.cmd = nil
		return fmt.Errorf("run ffmpeg: %w", err)
	}
	p.pipe = bufio.NewReaderSize(out, 64<<10)
	p.pos = second * int64(p.rate)
	err = p.header()
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		if ended := p.finish(); !errors.Is(ended, io.EOF) {
			return ended
		}
		return p.failure(err)
	}
	if err != nil {
		_ = p.Close()
		return p.failure(err)
	}
	return nil
}

// header reads the header of a Sun audio file.
func (p *pipedSound) header() error {
	var h [24]byte
	if _, err := io.ReadFull(p.pipe, h[:]); err != nil {
		return err
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(h[4*i:])) }
	p.rate, p.channels = word(4), word(5)
	if string(h[:4]) != ".snd" || word(1) < len(h) || word(1) > 1<<16 || p.channels < 1 || p.channels > 64 {
		return errDamaged
	}
	_, err := p.pipe.Discard(word(1) - len(h))
	return err
}

func (p *pipedSound) next() (piece, error) {
	if p.cmd == nil {
		return piece{}, io.EOF
	}
	frame := 2 * p.channels
	if p.raw == nil {
		p.raw = make([]byte, 4096*frame)
	}
	n, err := io.ReadFull(p.pipe, p.raw)
	if n < frame {
		if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return piece{}, err
		}
		return piece{}, p.finish()
	}
	p.out = p.out[:0]
	power := 0.0
	for b := p.raw[:n]; len(b) >= frame; b = b[frame:] {
		sum := 0
		for c := range p.channels {
			v := int(int16(binary.BigEndian.Uint16(b[2*c:])))
			sum += v
			power += float64(v) * float64(v)
		}
		p.out = append(p.out, int16(sum/p.channels))
	}
	b := piece{p.pos, p.out, power}
	p.pos += int64(len(p.out))
	return b, nil
}

// finish waits for ffmpeg once it has closed its end of the pipe.
func (p *pipedSound) finish() error {
	err := p.cmd.Wait()
	p.cancel()
	p.cmd = nil
	if err != nil {
		return p.failure(err)
	}
	return io.EOF
}

// failure says what ffmpeg said last, or else err.
func (p *pipedSound) failure(err error) error {
	if said := p.said.line(); said != "" {
		return fmt.Errorf("ffmpeg: %s", said)
	}
	return fmt.Errorf("ffmpeg could not decode it: %w", err)
}

// seek begins a second before sample n, at a whole second, since ffmpeg goes to
// such times exactly.
func (p *pipedSound) seek(n int64) error {
	if err := p.Close(); err != nil {
		return err
	}
	return p.start(max(n/int64(p.rate)-1, 0))
}

// Close ends ffmpeg.
func (p *pipedSound) Close() error {
	if p.cmd == nil {
		return nil
	}
	p.cancel()
	_ = p.cmd.Wait() // it was killed
	p.cmd = nil
	return nil
}

// lastWords keeps the end of what a program says.
type lastWords []byte

func (w *lastWords) Write(b []byte) (int, error) {
	const enough = 4 << 10
	*w = append(*w, b...)
	if over := len(*w) - enough; over > 0 {
		*w = append((*w)[:0], (*w)[over:]...)
	}
	return len(b), nil
}

// line is the last line said.
func (w lastWords) line() string {
	lines := strings.Split(strings.TrimSpace(string(w)), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}
