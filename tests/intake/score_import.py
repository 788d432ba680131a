#!/usr/bin/env python3
"""Scores an imported protocol against a hand-made one: clauses right in number, text, parent and kind.

usage: score_import.py [--concord BIN] [--json] [--show N] GOLD.md CANDIDATE.md [GOLD2.md CANDIDATE2.md …]
       score_import.py … GOLD.md CANDIDATE.json      (JSON: a list of {number, kind, text, parent}; parent: index or null)

Both texts are read with `concord dump --stage graph`, which never fails, so that a candidate which
does not compile is scored all the same. Clauses are aligned in order by their words; what is left over
may match elsewhere (a footnote at another place, a clause moved).

text      equal to the gold's but for white space
faithful  equal, or different only in words the gold's front matter lists as repaired (extraction error left as it was)
right     number, text (faithful), parent and kind all right
F1        of clauses right, over the clauses of both sides
fixes     what a person still has to do: each wrong number, text and kind of an aligned clause, each clause
          missing and each that should not be there, and each wrong parent once for all its children
"""
import argparse, difflib, json, os, re, subprocess, sys

LINE = re.compile(r"^( *)(\S+) (section|clause|item|paragraph|quote|table|footnote)((?: (?!\[|=|\|)\S+)*)"
                  r"(?: \[(.*?)\])?(?: = (\S+))? \|(?: (.*))?$")


def words(text):
    return re.findall(r"[^\W_]+", text.lower().replace("’", "").replace("'", ""))


def squeeze(text):
    return re.sub(r"\s+", " ", text or "").strip()


def dump(path, concord):
    if path.endswith(".json"):
        return [dict(number=c.get("number"), kind=c["kind"], text=squeeze(c.get("text")), parent=c.get("parent"))
                for c in json.load(open(path, encoding="utf8"))]
    out = subprocess.run([concord, "dump", "--stage", "graph", path], capture_output=True, text=True).stdout
    clauses, stack = [], []
    for line in out.split("\n"):
        m = LINE.match(line)
        if not m:
            continue
        depth = len(m.group(1)) // 2
        stack = stack[:depth]
        clauses.append(dict(number=m.group(5), kind=m.group(3), text=squeeze(m.group(7)),
                            parent=stack[-1] if stack else None, full=m.group(6)))
        stack.append(len(clauses) - 1)
    return clauses


def repairs(path):
    try:
        with open(path, encoding="utf8") as file:
            head = file.read().split("\n---\n")[0]
    except OSError:
        return set()
    out = set()
    for m in re.finditer(r"^  - \{at: (?:.*?), from: (.*?), to: (.*?)\}$", head, re.M):
        a, b = (x.strip().strip('"') for x in m.groups())
        out.add((tuple(a.split()), tuple(b.split())))
    return out


def dice(a, b):
    if not a or not b:
        return 1.0 if a == b else 0.0
    count, hits = {}, 0
    for w in a:
        count[w] = count.get(w, 0) + 1
    for w in b:
        if count.get(w, 0):
            count[w] -= 1
            hits += 1
    return 2 * hits / (len(a) + len(b))


def align(gold, cand):
    gw, cw = [words(c["text"]) for c in gold], [words(c["text"]) for c in cand]
    n, m = len(gold), len(cand)
    sim = [[dice(gw[i], cw[j]) if gw[i] and cw[j] and 0.25 < len(gw[i]) / len(cw[j]) < 4 else
            (1.0 if not gw[i] and not cw[j] else 0.0) for j in range(m)] for i in range(n)]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            s = sim[i][j]
            same = 0.05 if gold[i]["number"] == cand[j]["number"] else 0
            take = best[i + 1][j + 1] + s + same if s >= 0.5 else 0
            best[i][j] = max(take, best[i + 1][j], best[i][j + 1])
    pairs, i, j = {}, 0, 0
    while i < n and j < m:
        s = sim[i][j]
        same = 0.05 if gold[i]["number"] == cand[j]["number"] else 0
        if s >= 0.5 and abs(best[i][j] - (best[i + 1][j + 1] + s + same)) < 1e-9:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    left_g = [i for i in range(n) if i not in pairs]
    left_c = [j for j in range(m) if j not in pairs.values()]
    for s, i, j in sorted(((sim[i][j], i, j) for i in left_g for j in left_c), key=lambda x: (-x[0], x[1], x[2])):
        if s >= 0.6 and i in left_g and j in left_c:
            pairs[i] = j
            left_g.remove(i)
            left_c.remove(j)
    return pairs


def faithful(g, c, fixes):
    if g == c:
        return True
    a, b = g.split(), c.split()
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gs, cs = " ".join(a[i1:i2]), " ".join(b[j1:j2])
        if not any(gs.strip(".,;:") == " ".join(t).strip(".,;:") and cs.strip(".,;:") == " ".join(f).strip(".,;:")
                   for f, t in fixes):
            # a repair may stand inside a longer run
            cand = cs
            for f, t in fixes:
                cand = cand.replace(" ".join(f), " ".join(t))
            if cand != gs:
                return False
    return True


def anchors(path):
    if path.endswith(".json"):
        return None
    with open(path, encoding="utf8") as file:
        body = file.read().split("\n---\n", 1)[-1]
    return [(" ".join(words(body[max(0, m.start() - 60):m.start()])[-3:]), m.group(1))
            for m in re.finditer(r"\[\^([^\]]+)\](?!:)", body)]


def score(gold_path, cand_path, concord, show=0):
    gold, cand = dump(gold_path, concord), dump(cand_path, concord)
    fixes, pairs = repairs(gold_path), align(gold, cand)
    r = dict(gold=len(gold), candidate=len(cand), aligned=len(pairs), number=0, text=0, faithful=0, parent=0, kind=0, right=0)
    shown = []
    wrong, reparent = 0, set()
    for i, g in enumerate(gold):
        if i not in pairs:
            wrong += 1
            shown.append(f"  missing   {g['kind']} [{g['number']}] {g['text'][:70]}")
            continue
        c = cand[pairs[i]]
        ok = dict(number=(g["number"] or "") == (c["number"] or ""), text=g["text"] == c["text"],
                  faithful=faithful(g["text"], c["text"], fixes), kind=g["kind"] == c["kind"],
                  parent=(pairs.get(g["parent"]) == c["parent"]) if g["parent"] is not None else c["parent"] is None)
        for k, v in ok.items():
            r[k] += v
        good = ok["number"] and ok["faithful"] and ok["kind"] and ok["parent"]
        r["right"] += good
        wrong += sum(not ok[k] for k in ("number", "faithful", "kind"))
        if not ok["parent"]:
            reparent.add((g["parent"], c["parent"]))
        if not good:
            shown.append("  " + ",".join(k for k in ("number", "faithful", "kind", "parent") if not ok[k]).replace("faithful", "text").ljust(9)
                         + f" gold {g['kind']} [{g['number']}] {g['text'][:50]!r} … {g['text'][-25:]!r} / got {c['kind']} [{c['number']}] {c['text'][:50]!r} … {c['text'][-25:]!r}")
    used = set(pairs.values())
    for j, c in enumerate(cand):
        if j not in used:
            wrong += 1
            shown.append(f"  surplus   {c['kind']} [{c['number']}] {c['text'][:70]}")
    wrong += len(reparent)
    gw = [w for c in gold for w in words((c["number"] or "") + " " + c["text"])]
    cw = [w for c in cand for w in words((c["number"] or "") + " " + c["text"])]
    same = sum(b.size for b in difflib.SequenceMatcher(None, gw, cw, autojunk=False).get_matching_blocks())
    p, q = r["right"] / max(1, len(cand)), r["right"] / max(1, len(gold))
    r.update(precision=p, recall=q, f1=2 * p * q / (p + q) if p + q else 0.0, fixes=wrong,
             words_lost=len(gw) - same, words_added=len(cw) - same, words=len(gw))
    ga, ca = anchors(gold_path), anchors(cand_path)
    r["notes"] = len(ga) if ga is not None else 0
    r["notes_right"] = len(set(a for a, _ in ga) & set(a for a, _ in ca)) if ga is not None and ca is not None else 0
    return r, shown[:show] if show else []


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--concord", default=os.environ.get("CONCORD", "concord"))
    ap.add_argument("--json", action="store_true")
    ap.add_argument("--show", type=int, default=0)
    ap.add_argument("paths", nargs="+")
    a = ap.parse_args()
    rows = []
    for g, c in zip(a.paths[::2], a.paths[1::2]):
        r, shown = score(g, c, a.concord, a.show)
        rows.append((os.path.splitext(os.path.basename(g))[0], r))
        if a.show:
            print(f"== {c}")
            print("\n".join(shown))
    if a.json:
        print(json.dumps(dict(rows), indent=1))
        return
    print(f"{'text':12} gold cand align | number  text faithf parent  kind | right  P     R     F1   | fixes lost/added words | notes")
    tot = {}
    for name, r in rows:
        for k, v in r.items():
            tot[k] = tot.get(k, 0) + v
    p, q = tot["right"] / max(1, tot["candidate"]), tot["right"] / max(1, tot["gold"])
    tot.update(precision=p, recall=q, f1=2 * p * q / (p + q) if p + q else 0)
    for name, r in rows + ([("all", tot)] if len(rows) > 1 else []):
        print(f"{name:12} {r['gold']:4} {r['candidate']:4} {r['aligned']:5} | {r['number']:5} {r['text']:5} {r['faithful']:6} {r['parent']:6} {r['kind']:5} |"
              f" {r['right']:4}  {r['precision']:.3f} {r['recall']:.3f} {r['f1']:.3f} | {r['fixes']:4}  {r['words_lost']}/{r['words_added']} of {r['words']} | {r['notes_right']}/{r['notes']}")


if __name__ == "__main__":
    main()
