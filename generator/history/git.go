package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"pleinwijzer/generator/rooted"
)

// The folder that a repository is in belongs to whoever wrote the content, and git
// runs programs that the configuration of a repository names: to show a signature, to
// watch files, to filter them, to fetch what is missing. So git never reads history
// where that configuration counts. It is asked in the repository itself only where
// things are ([discover]), which runs nothing; everything else it is asked in an empty
// repository of our own, which borrows the objects ([Repository.git]).

// Error is that the history of a folder cannot be read: git is damaged, or of a kind
// that we do not know. What can be made without history need not fail with it.
type Error struct{ Err error }

func (e *Error) Error() string { return "read the history: " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// Repository is the history of one folder.
type Repository struct {
	head    string // the commit that is checked out
	objects string // the folder of its objects
	format  string // of their names: "sha1" or "sha256"
	shallow []byte // names the commits before which there are none; nil where all are there
	prefix  string // of the folder in the repository: "" or with a slash at the end
}

// Open finds the history of a folder. Without any, or without git, it returns nil. The
// error is an [*Error].
func Open(ctx context.Context, dir string) (*Repository, error) {
	top, prefix, err := find(dir)
	if err != nil || top == "" {
		return nil, nil
	}
	if _, err := exec.LookPath("git"); err != nil {
		return nil, nil
	}
	r, err := discover(ctx, top)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, &Error{err}
	}
	if r != nil {
		r.prefix = prefix
	}
	return r, nil
}

// find looks for the .git of a folder, in it and in those above it: what git does, but
// for a folder that is itself a repository without files, since content may look like
// one.
func find(dir string) (top, prefix string, err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return "", "", err
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return "", "", err
	}
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			inside, err := filepath.Rel(at, dir)
			if inside = filepath.ToSlash(inside) + "/"; inside == "./" {
				inside = ""
			}
			return at, inside, err
		}
		if at == filepath.Dir(at) {
			return "", "", nil
		}
	}
}

// discover asks git where the parts of a repository are. It is nil before the first
// commit.
func discover(ctx context.Context, top string) (*Repository, error) {
	ask := func(args ...string) (string, error) {
		command := exec.CommandContext(ctx, "git", append([]string{
			"--git-dir=" + filepath.Join(top, ".git"), "--no-pager", "-c", "core.fsmonitor=false", "rev-parse",
		}, args...)...)
		command.Dir, command.Env = top, environment()
		out, err := answer(command)
		return strings.TrimRight(string(out), "\r\n"), err
	}
	where, err := ask("--show-object-format", "--git-path", "objects", "--git-path", "shallow")
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.ReplaceAll(where, "\r\n", "\n"), "\n")
	if len(lines) != 3 {
		return nil, errAnswer
	}
	r := &Repository{format: lines[0], objects: from(top, lines[1])}
	if r.head, err = ask("--verify", "--quiet", "HEAD"); err != nil {
		if _, missing := errors.AsType[*exec.ExitError](err); missing && r.head == "" {
			return nil, nil // nothing is committed
		}
		return nil, err
	}
	file := from(top, lines[2])
	shallow, err := rooted.Open(ctx, filepath.Dir(file), ".", mostShallow).ReadFile(filepath.Base(file))
	if err == nil {
		r.shallow = shallow
	} else if !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	return r, nil
}

// mostShallow is how many bytes the list of commits without parents may have.
const mostShallow = 1 << 20

func from(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

// git asks git in a repository of our own that has the objects of this one, and is
// gone afterwards.
func (r *Repository) git(ctx context.Context, input io.Reader, args ...string) ([]byte, error) {
	own, err := os.MkdirTemp("", "pleinwijzer-git-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(own)
	if err := r.prepare(own); err != nil {
		return nil, err
	}
	command := exec.CommandContext(ctx, "git", append([]string{"--git-dir=" + own, "--no-pager", "--no-replace-objects"}, args...)...)
	command.Dir, command.Stdin = own, input
	command.Env = append(environment(), "GIT_OBJECT_DIRECTORY="+r.objects,
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_ATTR_NOSYSTEM=1")
	out, err := answer(command)
	if err != nil && ctx.Err() == nil {
		return nil, &Error{fmt.Errorf("git %s: %w", args[0], err)}
	}
	return out, err
}

// prepare makes a folder an empty repository.
func (r *Repository) prepare(own string) error {
	config := "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
	if r.format != "sha1" {
		config = "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = " + r.format + "\n"
	}
	files := map[string][]byte{"HEAD": []byte("ref: refs/heads/none\n"), "config": []byte(config)}
	if r.shallow != nil {
		files["shallow"] = r.shallow
	}
	for _, dir := range []string{"objects", "refs"} {
		if err := os.Mkdir(filepath.Join(own, dir), 0o700); err != nil {
			return err
		}
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(own, name), data, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// environment is that of git: nothing of ours that is about another repository, and
// nothing fetched, asked or locked.
func environment() []string {
	var env []string
	for _, entry := range os.Environ() {
		if !strings.HasPrefix(strings.ToUpper(entry), "GIT_") {
			env = append(env, entry)
		}
	}
	return append(env, "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none")
}

var errAnswer = errors.New("an answer in another form than expected")

// answer runs a command. Its error has what git says of it.
func answer(command *exec.Cmd) ([]byte, error) {
	var said bytes.Buffer
	command.Stderr = &said
	out, err := command.Output()
	if text := bytes.TrimSpace(said.Bytes()); err != nil && len(text) > 0 {
		err = fmt.Errorf("%w: %s", err, text)
	}
	return out, err
}
