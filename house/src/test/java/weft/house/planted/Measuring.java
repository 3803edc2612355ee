package weft.house.planted;

import weft.primitives.Bytes;

/** A person's key beside a number: the start of a ledger. */
record Measuring(Bytes voice, int timesHelped) {}
