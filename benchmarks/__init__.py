"""What the README's figures come from.

``python -m benchmarks [FOLDER]`` measures speed and memory. Two more take a file of other people's data and print
how good the reading is there: ``python -m benchmarks.sentences FILE.tsv`` (PLOVER roots, source and target of single
sentences) and ``python -m benchmarks.titles RELEASES.jsonl TITLES.json`` (calls, meetings and visits of releases).
"""
