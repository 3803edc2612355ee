package weft.practice.carry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weft.practice.Practice;
import weft.practice.PracticeFault;
import weft.practice.PracticeReader;
import weft.wire.json.Checked;

/** Practices as a folder of Markdown files; the caller reads and writes the files. */
public final class Folder {
    private Folder() {}

    /**
     * What came of a folder.
     *
     * @param taken the practices by the names of their files, without the ending
     * @param left the files that were not taken, and why
     */
    public record Taken(Map<String, Practice> taken, Map<String, PracticeFault> left) {
        /** Keeps unmodifiable copies. */
        public Taken {
            taken = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(taken));
            left = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(left));
        }
    }

    /**
     * Reads the texts of files by their names; a file without a head gets its first heading as title.
     *
     * @param language of texts that do not say
     */
    public static Taken read(Map<String, String> files, String language) {
        Map<String, Practice> taken = new LinkedHashMap<>();
        Map<String, PracticeFault> left = new LinkedHashMap<>();
        files.forEach((file, text) -> {
            String name = file.replaceFirst("\\.(md|markdown)$", "");
            switch (PracticeReader.readAny(text, name, language)) {
                case Checked.Good<Practice>(Practice practice) -> taken.put(name, practice);
                case Checked.Bad<Practice> bad -> left.put(file, bad.fault() instanceof PracticeFault fault ? fault : PracticeFault.NOT_AN_ARTICLE);
            }
        });
        return new Taken(taken, left);
    }

    /** The texts of files by names that every system takes, made of the titles; of two equal ones the second gets a letter more. */
    public static Map<String, String> write(List<Practice> practices) {
        Map<String, String> out = new LinkedHashMap<>();
        for (Practice practice : practices) {
            String plain = practice.front().title().toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{Nd}\\p{Nl}\\p{No}]+", "-").replaceAll("^-|-$", "");
            String name = plain.isEmpty() ? "practice" : plain.length() > 60 ? plain.substring(0, 60) : plain;
            while (out.containsKey(name + "." + practice.front().language() + ".md")) {
                name += "x";
            }
            out.put(name + "." + practice.front().language() + ".md", practice.write());
        }
        return out;
    }
}
