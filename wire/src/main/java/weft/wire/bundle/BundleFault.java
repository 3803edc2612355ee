package weft.wire.bundle;

import weft.wire.json.Fault;

/** Why a line of a bundle is not taken before it is even read as an event; see {@code spec/bundle.md}. */
public enum BundleFault implements Fault {
    /** The line is longer than an event may be; it is passed over without being kept. */
    LINE_TOO_LONG,
    /** The line is not UTF-8. */
    NOT_UTF8
}
