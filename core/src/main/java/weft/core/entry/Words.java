package weft.core.entry;

/** What the first voice of a thread says, and may say anew: what can be revised. Each has a kind of event of its own. */
public sealed interface Words permits Ask, Doing, Joining, Listed, Asking {
    /** The longer text, or empty. */
    String text();

    /** The kind of event that bears it: {@link EntryKinds}. */
    default int eventKind() {
        return switch (this) {
            case Ask ignored -> EntryKinds.POSTED;
            case Doing ignored -> EntryKinds.DOING;
            case Joining ignored -> EntryKinds.JOINING;
            case Thing ignored -> EntryKinds.THING;
            case Place ignored -> EntryKinds.PLACE;
            case Asking ignored -> EntryKinds.ASKING;
        };
    }
}
