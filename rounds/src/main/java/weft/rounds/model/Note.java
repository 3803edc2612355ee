package weft.rounds.model;

import java.util.Map;

/**
 * Something to be told to people about a plan: a stable code and the words that go into its sentence, so that pages can say it in any
 * language.
 *
 * @param code one of those in {@code spec/rounds.md}
 * @param words by the names used in the sentence
 */
public record Note(String code, Map<String, String> words) {
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("no-driver", "there is no driver"),
            Map.entry("not-yet", "not planned yet: plan again"),
            Map.entry("no-seconds", "the planner's time was over before it was placed: let it plan for longer"),
            Map.entry("taken-off", "taken off by hand"),
            Map.entry("no-skill", "no driver has the skill {skills}"),
            Map.entry("locked-unable", "it is locked to {driver}, who can't do it: it asks for {skills}"),
            Map.entry("no-one-skilled", "no driver has all it asks for at once: {skills}"),
            Map.entry("too-large", "it is too large: {amount} {measure}, and the most that {people} can carry is {most}"),
            Map.entry("out-of-reach", "its window ({from}–{until}) can't be reached within the hours of {people}, even with nothing else to do"),
            Map.entry("no-room", "no room: there would be time for it, but {people} would be carrying too much"),
            Map.entry("no-time", "no room: {people} {has} no time left for it beside the other stops"),
            Map.entry("pause-late", "{driver}'s pause would begin at {at}, later than {until}"),
            Map.entry("stop-late", "stop {stop} would be reached at {at}, after its window ends at {until}"),
            Map.entry("end-late", "{driver} would be done at {at}, after {until}"),
            Map.entry("heavy-start", "{driver} would have {amount} {measure} on board at the start, more than {most}"),
            Map.entry("heavy-stop", "{driver} would have {amount} {measure} on board after stop {stop}, more than {most}"),
            Map.entry("lacks-skill", "stop {stop} asks for {skill}, which {driver} doesn't have"),
            Map.entry("locked-to", "stop {stop} is locked to {driver}"),
            Map.entry("before-pick-up", "stop {stop} has to come after {first}, with the same driver"),
            Map.entry("out-of-order", "stop {stop} is out of its locked order"));

    /** Copies the words. */
    public Note {
        words = Map.copyOf(words);
        if (!ENGLISH.containsKey(code)) {
            throw new IllegalArgumentException("there is no note " + code);
        }
    }

    /** A note with its words given as name, value, name, value. */
    public static Note of(String code, String... namesAndValues) {
        Map<String, String> words = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            words.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Note(code, words);
    }

    /** Every code there is. */
    public static java.util.Set<String> codes() {
        return ENGLISH.keySet();
    }

    /** The sentence in English. */
    public String text() {
        return filled(java.util.Objects.requireNonNull(ENGLISH.get(code)), words);
    }

    /** A sentence with words in place of the names in braces; a name without a word goes. */
    public static String filled(String sentence, Map<String, String> words) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            int close = sentence.indexOf('}', open);
            out.append(sentence, from, open).append(words.getOrDefault(sentence.substring(open + 1, close), ""));
            from = close + 1;
        }
        return out.append(sentence, from, sentence.length()).toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
