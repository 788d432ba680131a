#!/usr/bin/python3
"""Checks the statements marked by hand: every slot is quoted, every clause stands there once.

usage: check.py

Prints how many clauses and statements each half holds and how often each slot is filled; the status is 1
where a line is wrong.
"""
import json
import pathlib
import sys
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
CLAUSE = ["protocol", "clause", "lead", "text", "half", "statements"]
QUOTED = ["bearer", "modal", "predicate", "object", "recipient", "condition", "exception", "deadline", "amount"]
CHOICES = {
    "polarity": {"positive", "negative"},
    "force": {"duty", "expectation", "permission", "statement"},
}
HALVES = {"development", "test"}
LEAST = 150
PIECES = " … "


def is_quoted(value, clause):
    return all(piece in clause["lead"] or piece in clause["text"] for piece in value.split(PIECES))


def faults_of_statement(statement, clause):
    if set(statement) != set(QUOTED) | set(CHOICES):
        yield f"slots are {sorted(statement)}"
        return
    for slot, choices in CHOICES.items():
        if statement[slot] not in choices:
            yield f"{slot} is '{statement[slot]}'"
    for slot in QUOTED:
        if (slot, statement[slot]) != ("modal", "none") and not is_quoted(statement[slot], clause):
            yield f"{slot} is not quoted: '{statement[slot]}'"
    if not statement["modal"]:
        yield "modal is empty; where there is none it is 'none'"
    if not statement["predicate"] and not statement["object"]:
        yield "neither predicate nor object"


def faults_of_clause(clause):
    if list(clause) != CLAUSE:
        yield f"fields are {list(clause)}"
        return
    if clause["half"] not in HALVES:
        yield f"half is '{clause['half']}'"
    for statement in clause["statements"]:
        yield from faults_of_statement(statement, clause)


def faults(clauses):
    seen = Counter((clause["protocol"], clause["clause"]) for clause in clauses)
    for (protocol, name), times in seen.items():
        if times > 1:
            yield f"{protocol}#{name}: stands there {times} times"
    for clause in clauses:
        for fault in faults_of_clause(clause):
            yield f"{clause['protocol']}#{clause['clause']}: {fault}"
    marked = sum(len(clause["statements"]) for clause in clauses)
    if marked < LEAST:
        yield f"{marked} statements; {LEAST} wanted"


def print_counts(clauses):
    for half in sorted(HALVES):
        of_half = [clause for clause in clauses if clause["half"] == half]
        statements = sum(len(clause["statements"]) for clause in of_half)
        empty = sum(not clause["statements"] for clause in of_half)
        print(f"{half}: {len(of_half)} clauses, {empty} without a statement, {statements} statements")
    statements = [statement for clause in clauses for statement in clause["statements"]]
    for slot in QUOTED:
        print(f"{slot}: {sum(statement[slot] not in ('', 'none') for statement in statements)}")
    for slot in CHOICES:
        print(f"{slot}: {dict(sorted(Counter(statement[slot] for statement in statements).items()))}")


def main():
    lines = (HERE / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    clauses = [json.loads(line) for line in lines]
    found = list(faults(clauses))
    if not found:
        print_counts(clauses)
    sys.exit("\n".join(found) if found else 0)


main()
