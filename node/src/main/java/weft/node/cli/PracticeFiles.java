package weft.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import weft.practice.Practice;
import weft.practice.PracticeFault;
import weft.practice.PracticeReader;
import weft.practice.Shelf;
import weft.press.Pictures;
import weft.press.carry.BookFault;
import weft.press.carry.Books;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/** Practices and their pictures in files. */
final class PracticeFiles {
    private PracticeFiles() {}

    /**
     * The practice in a file, be it Markdown, a page of HTML or an EPUB; or one of the shelf where there is no such file.
     *
     * @param language of what does not say
     */
    static Practice practice(Path file, String language) {
        Optional<Practice> seed = Files.exists(file) ? Optional.empty() : Shelf.read(file.toString(), language);
        if (seed.isPresent()) {
            return seed.get();
        }
        Checked<Practice> read;
        try {
            read = Files.size(file) > Books.LARGEST ? Checked.bad(BookFault.TOO_LARGE, "before it is read")
                    : Books.read(Bytes.wrap(Files.readAllBytes(file)), Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("practice"),
                            language);
        } catch (IOException e) {
            throw new Stop(Stop.USAGE, "There is no text at " + file + ": give a file of Markdown, HTML or EPUB, or one of ./weft practices list.");
        }
        return switch (read) {
            case Checked.Good<Practice>(Practice practice) -> practice;
            case Checked.Bad<Practice> bad -> throw stop(file.toString(), bad);
        };
    }

    /** A picture beside a text, or below; nothing elsewhere. */
    static Optional<Bytes> picture(Path text, String address) {
        try {
            Path folder = Optional.ofNullable(text.toAbsolutePath().getParent()).orElse(text).toRealPath();
            Path file = folder.resolve(address).toRealPath();
            if (!file.startsWith(folder) || !Files.isRegularFile(file) || Files.size(file) > 2L * Pictures.FILE_BYTES) {
                return Optional.empty();
            }
            return Optional.of(Bytes.wrap(Files.readAllBytes(file)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String tooLong(String file) {
        return file + " is too long: a practice has at most " + PracticeReader.CHARACTERS + " characters; cut it into parts.";
    }

    /** A sentence for each reason why a text is not taken. */
    static Stop stop(String file, Checked.Bad<?> bad) {
        if (bad.fault() instanceof BookFault fault) {
            return new Stop(Stop.REFUSED, Words.line(file + switch (fault) {
                case DAMAGED -> " is damaged: it can't be unpacked to its end. Get it anew, or take its text over as Markdown.";
                case TOO_LARGE -> " is too large: a book has at most 20 MiB, 64 MiB unpacked. Take the part of it that you need.";
                case UNSAFE_NAME -> " holds a file whose name leads out of the book, as no honest book does; nothing of it was taken.";
                case TOO_DEEP -> " has elements inside each other deeper than any text has them. Take its text over as Markdown.";
                case LOCKED -> " is locked by whoever sold it (DRM), so its text can't be read. Take over in your own words what you need.";
                case NO_TEXT -> " holds no text: a page that only scripts fill, or pictures of pages. Save it from a browser once it shows, or take its text "
                        + "over as Markdown.";
                case NOT_A_BOOK -> " is neither an EPUB, nor a page of HTML, nor text in UTF-8; save it as one of these and try again.";
            }));
        }
        String sentence = !(bad.fault() instanceof PracticeFault fault) ? file + " can't be read: " + bad.fault().code() + "." : switch (fault) {
            case TOO_LONG -> tooLong(file);
            case CONTROL_CHARACTER -> file + " holds control characters; is it a text file? Take them out and try again.";
            case NO_FRONT_MATTER -> file + " has no head; begin it with a line ---, then 'title: …', 'language: …', then --- again.";
            case BAD_FRONT_MATTER -> file + ": the head is not lines of 'name: value' between two lines of ---; mend it and try again.";
            case UNKNOWN_FIELD -> file + ": the head has a field that practices don't know: " + bad.detail() + ". Take it out, or into the text.";
            case FIELD_TWICE -> file + ": the head has one field twice: " + bad.detail() + ". Keep one.";
            case NO_TITLE -> file + ": the head needs a title of up to " + PracticeReader.TITLE_CHARACTERS + " characters.";
            case NO_LANGUAGE, BAD_LANGUAGE -> file + ": the language has to be a tag such as en, fr or pt-BR.";
            case BAD_FOR -> file + ": 'for' has to be a whole number from 1 to 100000.";
            case BAD_LINEAGE -> file + ": what it comes from has to be the name of a file or the address of an article.";
            case BAD_PARAGRAPHS -> file + ": source-paragraphs does not fit its paragraphs; take that line out.";
            case NO_TEXT -> file + " holds no text; write some below its head and try again.";
            case NOT_AN_ARTICLE, BAD_NADDR -> file + " is no article.";
        };
        return new Stop(Stop.REFUSED, Words.line(sentence));
    }
}
