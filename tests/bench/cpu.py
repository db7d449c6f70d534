"""cpu.py ZHNORM DIR RUNS: the table of tests/bench/convert.sh. DIR holds s2.KIND and t2.KIND, simplified and traditional.
Our own targets t and s stand beside opencc's s2t and t2s.

"start" is what zhnorm takes for no text, "true" what true(1) takes: the machine's part of it."""
import os
import resource
import shutil
import statistics
import subprocess
import sys

ENOUGH = 100_000_000  # bytes: below, CPU time is too coarse for a fast program, and much of it is the time to start
JS = ("const [from, to] = process.argv[1].split('2'), locale = {s: 'cn', t: 't', twp: 'twp'};"
      "const convert = require('opencc-js').Converter({from: locale[from], to: locale[to]});"
      "process.stdout.write(convert(require('fs').readFileSync(0, 'utf8')));")


def cpu(command, file):
    """Seconds of user and system time for one run over file."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(file, "rb") as text:
        subprocess.run(command, stdin=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def has_js():
    return shutil.which("node") and not subprocess.run(
        ["node", "-e", "require('opencc-js')"], capture_output=True, check=False).returncode


def main():
    zhnorm, folder, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    programs = ["opencc"] + (["js"] if has_js() else []) + ["zhnorm"]
    empty = os.path.join(folder, "empty")
    open(empty, "wb").close()
    print(f"{'':8}{'text':10}" + "".join(f"{p + ' MB/s':>14}" for p in programs)
          + f"{'ratio':>8}{'start, ms':>12}{'true, ms':>12}")
    for config, target in (("s2t", "s2t"), ("s2twp", "s2twp"), ("t2s", "t2s"), ("s2t", "t"), ("t2s", "s")):
        for kind in ("prose", "manuals"):
            file = os.path.join(folder, config[:2] + "." + kind)
            size = os.path.getsize(file)
            times = ENOUGH // size + 1
            with open(file, "rb") as text, open(file + ".long", "wb") as out:
                out.write(text.read() * times)
            speed = {p: [] for p in programs}
            start, nothing = [], []
            for _ in range(runs):
                speed["opencc"].append(size / cpu(["opencc", "-c", config], file))
                if "js" in programs:
                    speed["js"].append(size / cpu(["node", "-e", JS, config], file))
                command = [zhnorm, "-s", "none", "-t", target]
                speed["zhnorm"].append(size * times / cpu(command, file + ".long"))
                start.append(cpu(command, empty))
                nothing.append(cpu(["true"], empty))
            middle = {p: statistics.median(v) / 1e6 for p, v in speed.items()}
            begun = [statistics.median(v) * 1e3 for v in (start, nothing)]
            print(f"{target:8}{kind:10}" + "".join(f"{middle[p]:14.1f}" for p in programs)
                  + f"{middle['zhnorm'] / middle['opencc']:8.1f}" + "".join(f"{ms:12.2f}" for ms in begun), flush=True)


main()
