package history_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pleinwijzer/generator/history"
)

// programs are the configuration keys that make git run a program, in any of its
// commands: git-config(1), gitattributes(5), githooks(5).
var programs = []string{
	"core.fsmonitor", "core.sshCommand", "core.askPass", "core.editor", "core.pager", "core.gitProxy", "core.alternateRefsCommand",
	"sequence.editor", "pager.log", "pager.diff", "pager.rev-list", "pager.ls-tree",
	"diff.external", "diff.canary.command", "diff.canary.textconv", "diff.guitool", "difftool.canary.cmd", "difftool.canary.path",
	"filter.canary.clean", "filter.canary.smudge", "filter.canary.process", "merge.canary.driver", "merge.tool", "mergetool.canary.cmd",
	"gpg.program", "gpg.openpgp.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.defaultKeyCommand",
	"credential.helper", "interactive.diffFilter", "trailer.canary.command", "trailer.canary.cmd",
	"uploadpack.packObjectsHook", "remote.origin.uploadpack", "remote.origin.receivepack", "remote.origin.vcs",
	"alias.log", "alias.rev-parse", "alias.cat-file", "alias.ls-tree", "alias.rev-list",
	"browser.canary.cmd", "web.browser", "man.canary.cmd", "help.browser", "instaweb.httpd", "sendemail.smtpServer",
	"hook.canary.command", "submodule.content.update", "fsmonitor.socketDir", "tar.zip.command", "tar.tgz.command",
}

// switches are settings that make git run those programs.
var switches = map[string]string{
	"log.showSignature": "true", "filter.canary.required": "true", "hook.canary.event": "post-index-change",
	"extensions.partialClone": "origin", "remote.origin.promisor": "true", "core.commitGraph": "false",
	"extensions.worktreeConfig": "true", "diff.submodule": "log", "core.untrackedCache": "true", "protocol.file.allow": "always",
}

// canary makes a program that leaves a file behind when it runs. sang reports whether it
// ran.
func canary(t *testing.T) (program string, sang func() bool) {
	t.Helper()
	dir := t.TempDir()
	program, mark := filepath.Join(dir, "canary"), filepath.Join(dir, "sang")
	if err := os.WriteFile(program, []byte("#!/bin/sh\necho \"$@\" >>'"+mark+"'\ncat\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return program, func() bool { _, err := os.Stat(mark); return err == nil }
}

// askAll uses every function of package history.
func askAll(ctx context.Context, dir string) error {
	r, err := history.Open(ctx, dir)
	if err != nil {
		return err
	}
	commits, err := r.Commits(ctx)
	if err != nil {
		return err
	}
	edits, err := r.Uncommitted(ctx, os.DirFS(dir), later)
	if err != nil {
		return err
	}
	if edits != nil {
		commits = append([]history.Commit{*edits}, commits...)
	}
	if _, err := r.Before(ctx, commits); err != nil {
		return err
	}
	folder, err := r.At(ctx, later)
	if err != nil || folder == nil {
		return err
	}
	return fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			_, err = fs.ReadFile(folder, name)
		}
		return err
	})
}

// signed adds a signature to the last commit, which git can only show by running gpg.
func (r repository) signed() {
	r.Helper()
	program := filepath.Join(r.TempDir(), "gpg")
	script := "#!/bin/sh\ncat >/dev/null\necho '[GNUPG:] SIG_CREATED D' >&2\nprintf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n'\n"
	if err := os.WriteFile(program, []byte(script), 0o755); err != nil {
		r.Fatal(err)
	}
	r.git("2026-05-01T12:00:00Z", "-c", "gpg.program="+program, "commit", "--quiet", "--allow-empty", "-S", "-m", "signed")
}

// TestRunsNoProgram sets every key and every hook to a program that would leave a mark,
// in a repository that gives git a reason to run each of them.
func TestRunsNoProgram(t *testing.T) {
	r := newRepository(t)
	r.write("content/.gitattributes", "* filter=canary diff=canary merge=canary\n*.zip export-ignore\n")
	r.write("content/spreekuren/a.md", "a")
	r.commit("2026-01-01")
	r.signed()
	r.write("content/spreekuren/a.md", "b, and not committed")
	program, sang := canary(t)
	for _, key := range programs {
		value := program
		if strings.HasPrefix(key, "alias.") {
			value = "!" + program
		}
		r.git("", "config", key, value)
	}
	for key, value := range switches {
		r.git("", "config", key, value)
	}
	r.git("", "config", "remote.origin.url", r.dir)
	for _, hook := range []string{"post-index-change", "fsmonitor-watchman", "reference-transaction", "pre-auto-gc", "post-checkout"} {
		if err := os.Symlink(program, filepath.Join(r.dir, ".git/hooks", hook)); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GIT_EXTERNAL_DIFF", program)
	t.Setenv("GIT_PAGER", program)
	if err := askAll(t.Context(), filepath.Join(r.dir, "content")); err != nil {
		t.Fatal(err)
	}
	if sang() {
		t.Error("git ran a program that the repository names")
	}
	// Check the canary itself: without our precautions git does run it.
	exec.Command("git", "-C", r.dir, "log", "-p", "--ext-diff", "--", "content").Run()
	if !sang() {
		t.Error("the canary never sings")
	}
}

// TestBareRepositoryInContent checks that a folder which looks like a repository is
// treated as ordinary files.
func TestBareRepositoryInContent(t *testing.T) {
	r := newRepository(t)
	r.write("content/spreekuren/a.md", "a")
	r.commit("2026-01-01")
	program, sang := canary(t)
	for name, text := range map[string]string{
		"HEAD": "ref: refs/heads/main\n", "objects/info/packs": "", "refs/heads/main": strings.Repeat("0", 40) + "\n",
		"config": "[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tfsmonitor = " + program + "\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = " + program + "\n",
	} {
		r.write("content/"+name, text)
	}
	if got := r.versions(later)["spreekuren/a.md"]; got != "01-01 0" {
		t.Errorf("the history of the folder is %q", got)
	}
	if err := askAll(t.Context(), filepath.Join(r.dir, "content")); err != nil || sang() {
		t.Errorf("%v, and a program ran: %v", err, sang())
	}
}

// TestLazyFetch asks for a file that a partial clone lacks. It must be reported as
// missing, and nothing may be fetched.
func TestLazyFetch(t *testing.T) {
	r := newRepository(t)
	r.write("content/spreekuren/a.md", "a, which will be gone")
	r.commit("2026-01-01")
	r.write("content/spreekuren/a.md", "b")
	r.commit("2026-02-01")
	program, sang := canary(t)
	for key, value := range map[string]string{"extensions.partialClone": "origin", "remote.origin.promisor": "true", "remote.origin.url": r.dir, "remote.origin.uploadpack": program, "protocol.file.allow": "always"} {
		r.git("", "config", key, value)
	}
	removeObject(t, r, "HEAD^:content/spreekuren/a.md")
	if err := askAll(t.Context(), filepath.Join(r.dir, "content")); err != nil {
		t.Error(err)
	}
	if sang() {
		t.Error("git fetched")
	}
}

// TestDamaged checks that a repository which cannot be read gives a typed error with a
// message of one line.
func TestDamaged(t *testing.T) {
	for name, damage := range map[string]func(r repository){
		"configuration": func(r repository) { r.write(".git/config", "[core\n") },
		"new format":    func(r repository) { r.write(".git/config", "[core]\n\trepositoryformatversion = 99\n") },
		"no commit":     func(r repository) { removeObject(r.T, r, "HEAD") },
		"no tree":       func(r repository) { removeObject(r.T, r, "HEAD^{tree}") },
		"a file as git": func(r repository) {
			if err := os.RemoveAll(filepath.Join(r.dir, ".git")); err != nil {
				r.Fatal(err)
			}
			r.write(".git", "gitdir: nergens\n")
		},
	} {
		r := newRepository(t)
		r.commit("2026-01-01")
		damage(r)
		err := askAll(t.Context(), filepath.Join(r.dir, "content"))
		if _, typed := errors.AsType[*history.Error](err); !typed {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func removeObject(t *testing.T, r repository, name string) {
	t.Helper()
	id := r.answer("rev-parse", name)
	if err := os.Remove(filepath.Join(r.dir, ".git/objects", id[:2], id[2:])); err != nil {
		t.Fatal(err)
	}
}

// TestOtherShapes reads other layouts that git uses: packs, a worktree, and SHA-256
// object names.
func TestOtherShapes(t *testing.T) {
	want := "01-01 1"
	write := func(r repository) {
		r.write("content/spreekuren/a.md", "a")
		r.commit("2025-12-01")
		r.write("content/spreekuren/a.md", "b")
		r.commit("2026-01-01")
	}
	packed := newRepository(t)
	write(packed)
	packed.git("", "gc", "--quiet")
	packed.git("", "pack-refs", "--all")
	if got := packed.versions(later)["spreekuren/a.md"]; got != want {
		t.Errorf("packed: %q", got)
	}
	worktree := repository{t, filepath.Join(t.TempDir(), "tree")}
	packed.git("", "worktree", "add", "--quiet", "--detach", worktree.dir)
	if got := worktree.versions(later)["spreekuren/a.md"]; got != want {
		t.Errorf("worktree: %q", got)
	}
	sha256 := newRepository(t)
	if err := os.RemoveAll(filepath.Join(sha256.dir, ".git")); err != nil {
		t.Fatal(err)
	}
	sha256.git("", "init", "--quiet", "--object-format=sha256")
	write(sha256)
	if got := sha256.versions(later)["spreekuren/a.md"]; got != want {
		t.Errorf("sha256: %q", got)
	}
	if err := askAll(t.Context(), filepath.Join(sha256.dir, "content")); err != nil {
		t.Error(err)
	}
}

// TestUncommitted compares files with what was committed, ignoring differences in line
// endings.
func TestUncommitted(t *testing.T) {
	r := newRepository(t)
	for _, name := range []string{"same", "changed", "gone", "windows"} {
		r.write("content/spreekuren/"+name+".md", name+"\nregel\n")
	}
	r.write("content/.schema/x.json", "{}")
	r.commit("2026-01-01")
	r.write("content/spreekuren/changed.md", "anders\n")
	r.write("content/spreekuren/windows.md", "windows\r\nregel\r\n")
	r.write("content/spreekuren/new.md", "nieuw\n")
	r.write("content/.schema/x.json", "{ }")
	if err := os.Remove(filepath.Join(r.dir, "content/spreekuren/gone.md")); err != nil {
		t.Fatal(err)
	}
	repository, err := history.Open(t.Context(), filepath.Join(r.dir, "content"))
	if err != nil {
		t.Fatal(err)
	}
	edits, err := repository.Uncommitted(t.Context(), os.DirFS(filepath.Join(r.dir, "content")), later)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range edits.Files {
		if f.Gone {
			f.Path = "-" + f.Path
		}
		got = append(got, f.Path)
	}
	if want := "spreekuren/changed.md spreekuren/new.md -spreekuren/gone.md"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %s", got, want)
	}
}
