package weft.pages;

import weft.core.view.CircleCard;
import weft.core.view.DraftView;
import weft.core.view.PracticeView;
import weft.practice.Front;
import weft.wire.json.Json;

/** Practices as JSON for programs. */
final class PracticeJsons {
    private PracticeJsons() {}

    static Json card(Shelved.Item item) {
        Front front = item.front();
        return Json.object("circle", item.card().ref().circle().hex(), "practice", item.card().ref().root().hex(), "path", item.path(),
                "name", item.card().name(), "version", item.card().version().hex(), "title", front.title(), "language", front.language(),
                "summary", front.summary(), "kinds", Json.texts(front.kinds()), "seasons", Json.texts(front.seasons()),
                "materials", Json.texts(front.materials()), "mine", item.card().mine(), "kept", item.card().kept(),
                "writtenAt", item.card().writtenAt(), "lastDay", Jsons.date(item.card().lastDay()));
    }

    static Json view(Here here, PracticeView view, Shelved.Item item) {
        return Json.object("practice", card(item), "markdown", item.practice().write(), "accounts", view.accounts().stream().map(account -> (Json) Json.object(
                "account", account.voice().hex(), "by", here.name(account.by()), "text", account.text(), "writtenAt", account.writtenAt(), "mine",
                account.mine()))
                .toList());
    }

    static Json draft(CircleCard circle, DraftView draft) {
        return Json.object("draft", draft.id().hex(), "path", WritePages.path(circle, draft), "title", draft.writing().title(),
                "language", draft.writing().language(), "savedAt", draft.savedAt());
    }
}
