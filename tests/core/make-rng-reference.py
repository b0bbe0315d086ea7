#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the first outputs of xoshiro256** seeded by splitmix64, for test-hw-rng.c.

Written from the paper (Blackman and Vigna 2021, figures and appendix), with
Python's whole numbers cut to 64 bits, and shares no line with app/core/hw-rng.c.
"""
MASK = 2**64 - 1


def splitmix64(x):
    while True:
        x = (x + 0x9E3779B97F4A7C15) & MASK
        z = x
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def rotl(x, k):
    return ((x << k) & MASK) | (x >> (64 - k))


def xoshiro256starstar(seed):
    source = splitmix64(seed)
    s0, s1, s2, s3 = (next(source) for _ in range(4))
    while True:
        yield (rotl((s1 * 5) & MASK, 7) * 9) & MASK
        t = (s1 << 17) & MASK
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= t
        s3 = rotl(s3, 45)


if __name__ == "__main__":
    for seed in (0, 1, 42, MASK):
        numbers = xoshiro256starstar(seed)
        words = ", ".join(f"0x{next(numbers):016x}" for _ in range(5))
        print(f"  {{ 0x{seed:x}, {{ {words} }} }},")
