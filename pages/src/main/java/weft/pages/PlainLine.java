package weft.pages;

import java.util.ArrayList;
import java.util.List;
import weft.core.entry.Whereabouts;
import weft.core.view.Stage;
import weft.core.view.ThreadCard;

/** A thread as one line of plain text. What looks like a link, an address of mail or a telephone number is left out. */
final class PlainLine {
    private PlainLine() {}

    static String of(Here here, ThreadCard card) {
        List<String> parts = new ArrayList<>();
        if (!card.ask().kind().isEmpty()) {
            parts.add(BoardPage.kind(here, card.ask().kind()));
        }
        parts.add(here.when(card.ask()));
        card.ask().where().map(Whereabouts::name).filter(name -> !name.isEmpty()).ifPresent(parts::add);
        if (card.stage() != Stage.OPEN && card.stage() != Stage.ANSWERED) {
            parts.add(here.say("stage." + Jsons.code(card.stage())));
        }
        return cleaned("• " + card.ask().title() + " (" + String.join(here.say("list.comma"), parts) + ")");
    }

    /** One line without control characters and without what leads to a person. */
    static String cleaned(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : PostPage.oneLine(text).split(" ")) {
            if (!leadsSomewhere(word)) {
                out.append(out.isEmpty() ? "" : " ").append(word);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != '…') {
                out.append(" …");
            }
        }
        return out.toString();
    }

    private static boolean leadsSomewhere(String word) {
        long digits = word.codePoints().filter(Character::isDigit).count();
        return word.contains("://") || word.contains("@") || word.startsWith("www.") || word.startsWith("weft:") || digits >= 6;
    }
}
