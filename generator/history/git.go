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

// The repository that a folder is in belongs to whoever wrote the content, and git runs
// programs that are named in the configuration of a repository: to verify a signature, to
// watch files, to filter them, to fetch what is missing. So git never reads history where
// that configuration applies. In the repository itself it is only asked where things are
// ([discover]), which runs nothing; everything else happens in an empty repository of our
// own that borrows its objects ([Repository.git]).

// Error means that the history of a folder cannot be read: the repository is damaged, or
// of a kind that we do not know. Anything that does not need history can still be made.
type Error struct{ Err error }

func (e *Error) Error() string { return "read the history: " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// Repository is the history of one folder.
type Repository struct {
	head    string // the commit that is checked out
	objects string // the folder with the objects of git
	format  string // the hash in their names: "sha1" or "sha256"
	shallow []byte // git's "shallow" file, which lists commits without their parents; nil for a full clone
	prefix  string // the path of the folder in the repository: "" or with a trailing slash
}

// Shallow reports whether only the last commits were fetched, so that nothing is known of what
// was before.
func (r *Repository) Shallow() bool { return r != nil && r.shallow != nil }

// Open returns the history of a folder, or nil if there is none or git is not installed.
// Its error is an [*Error], or that of ctx.
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

// find looks for .git in a folder and in those above it, as git does. Unlike git it does
// not take the folder itself for a bare repository, since content may look like one.
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

// discover asks git where the parts of a repository are. It returns nil if nothing has
// been committed yet.
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
			return nil, nil // nothing has been committed
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

// mostShallow is the largest accepted size in bytes of git's "shallow" file, which lists
// the commits whose parents are not in the clone.
const mostShallow = 1 << 20

func from(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

// git runs git in a temporary repository of our own that has the objects of this one.
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

// prepare turns a folder into an empty repository.
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

// environment returns the environment for git: without variables that could point it at
// another repository, and with settings that keep it from fetching, prompting or locking.
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

// answer runs a command and returns its output. Its error includes what git wrote to
// stderr.
func answer(command *exec.Cmd) ([]byte, error) {
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if text := bytes.TrimSpace(stderr.Bytes()); err != nil && len(text) > 0 {
		err = fmt.Errorf("%w: %s", err, text)
	}
	return out, err
}
