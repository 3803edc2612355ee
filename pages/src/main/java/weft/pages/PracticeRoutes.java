package weft.pages;

import java.util.List;
import java.util.Optional;
import weft.core.view.CircleCard;
import weft.core.view.DraftView;
import weft.core.view.PracticeView;
import weft.core.view.Ref;
import weft.primitives.Bytes;

/** Finds the page of a path below a circle's shelf. */
final class PracticeRoutes {
    private PracticeRoutes() {}

    /** Whether a form posted to a path may be large: a practice with pictures is larger than a need. */
    static boolean isLarge(String path) {
        return path.contains("/write/") || path.endsWith("/practices/take");
    }

    static Reply shelf(Here here, CircleCard circle, List<String> steps, boolean get) {
        return switch (steps.size() == 3 ? "" : steps.size() == 4 ? steps.get(3) : "?") {
            case "" -> steps.size() == 3 && get ? ShelfPage.reply(here, circle) : wrong(here, steps.size() == 3);
            case "find" -> get ? wrong(here, true) : ShelfPage.reply(here, circle);
            case "seeds" -> get ? ShelfPage.seeds(here, circle) : ShelfPage.takeSeed(here, circle);
            case "take" -> get ? ShelfPage.takeForm(here, circle) : ShelfPage.take(here, circle);
            default -> wrong(here, false);
        };
    }

    private static Reply wrong(Here here, boolean there) {
        return Router.trouble(here, there ? Trouble.WRONG_METHOD : Trouble.NOT_FOUND);
    }

    static Reply write(Here here, CircleCard circle, List<String> steps, boolean get) {
        if (steps.size() == 3) {
            return get ? wrong(here, true) : WritePages.begin(here, circle);
        }
        Optional<DraftView> found = Bytes.parseHex(steps.get(3))
                .flatMap(id -> here.views().drafts().stream().filter(draft -> draft.id().equals(id)).findFirst());
        if (found.isEmpty() || steps.size() > 5) {
            return Router.trouble(here, found.isEmpty() ? Trouble.NO_SUCH_DRAFT : Trouble.NOT_FOUND);
        }
        DraftView draft = found.get();
        if (steps.size() == 4) {
            return get ? WritePages.form(here, circle, draft) : WritePages.act(here, circle, draft);
        }
        if (steps.get(4).equals("beside")) {
            return get ? BesidePage.reply(here, circle, draft) : BesidePage.save(here, circle, draft);
        }
        return get ? picture(here, draft.writing().text(), steps.get(4)) : wrong(here, false);
    }

    private static Reply picture(Here here, String text, String step) {
        return !step.startsWith("picture-") ? wrong(here, false)
                : Shelved.picture(text, step.substring("picture-".length())).<Reply>map(Reply.Page::new).orElseGet(() -> wrong(here, false));
    }

    static Reply practice(Here here, CircleCard circle, List<String> steps, boolean get) {
        Optional<PracticeView> found = steps.size() < 4 ? Optional.empty() : Router.key(steps.get(3))
                .flatMap(voice -> here.views().practice(new Ref(circle.address(), voice)));
        if (found.isEmpty()) {
            return Router.trouble(here, Trouble.NO_SUCH_PRACTICE);
        }
        PracticeView view = found.get();
        if (steps.size() == 4) {
            return get ? PracticePage.reply(here, view) : wrong(here, true);
        }
        if (steps.get(4).equals("compare") && steps.size() == 6) {
            return Shelved.of(here, circle).byVoice(steps.get(5))
                    .map(other -> get ? ComparePage.reply(here, view, other) : ComparePage.take(here, view, other))
                    .orElseGet(() -> Router.trouble(here, Trouble.NO_SUCH_PRACTICE));
        }
        if (steps.size() > 5) {
            return wrong(here, false);
        }
        return get ? shown(here, view, steps.get(4)) : done(here, view, steps.get(4));
    }

    private static Reply shown(Here here, PracticeView view, String step) {
        return switch (step) {
            case "family" -> FamilyPage.reply(here, view);
            case "publish" -> PracticeActs.publishForm(here, view);
            case "practice.md" -> PracticeActs.markdown(view);
            case "keep", "tell", "untell", "carry", "revise", "fork", "translate" -> wrong(here, true);
            default -> picture(here, view.card().writing().text(), step);
        };
    }

    private static Reply done(Here here, PracticeView view, String step) {
        return switch (step) {
            case "keep" -> PracticeActs.keep(here, view);
            case "tell" -> PracticeActs.tell(here, view);
            case "untell" -> PracticeActs.untell(here, view);
            case "carry" -> PracticeActs.carry(here, view);
            case "revise" -> PracticeActs.revise(here, view);
            case "fork" -> PracticeActs.fork(here, view);
            case "translate" -> PracticeActs.translate(here, view);
            default -> wrong(here, false);
        };
    }
}
