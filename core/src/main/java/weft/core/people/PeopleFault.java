package weft.core.people;

import weft.wire.json.Fault;

/** Why something that an acquaintance sent does not hold; one constant per rule of {@code spec/people.md} and {@code spec/regroup.md}. */
public enum PeopleFault implements Fault {
    /** It is of another kind. */
    WRONG_KIND,
    /** Its tags are not these, in this order, for this acquaintance and this leaf. */
    MALFORMED_TAGS,
    /** Its content is not what this kind bears. */
    MALFORMED_CONTENT,
    /** The parts together are not a circle. */
    MALFORMED_CIRCLE
}
