package weft.pages;

import weft.core.peer.Command;
import weft.core.peer.Outcome;

/** Short ways to ask. */
final class Requests {
    static final String CIRCLE = "/c/" + SampleViews.CIRCLE.hex();

    static final Means MEANS = new Means(new weft.jdk.JdkPrimitives(), html -> html, true);

    private Requests() {}

    static String thread(int n) {
        return CIRCLE + "/t/" + SampleViews.key(n).hex();
    }

    static Response page(Request request, SampleViews views) {
        return switch (Pages.reply(request.withToken("t0ken"), views, Requests.MEANS)) {
            case Reply.Page(Response response) -> response;
            case Reply.Act act -> throw new AssertionError("acts: " + act.command());
            case Reply.Kept(Response response) -> response;
            case Reply.KeepLanguage keep -> throw new AssertionError("keeps: " + keep.language());
        };
    }

    static Response get(String target) {
        return page(Request.get(target), SampleViews.week());
    }

    static Reply.Act act(Request request, SampleViews views) {
        return switch (Pages.reply(request, views, Requests.MEANS)) {
            case Reply.Act act -> act;
            case Reply.Page(Response response) -> throw new AssertionError(response.status() + " " + response.body().text());
            case Reply.Kept ignored -> throw new AssertionError("a page");
            case Reply.KeepLanguage keep -> throw new AssertionError("keeps: " + keep.language());
        };
    }

    static Command command(String target, String form) {
        return act(Request.post(target, form), SampleViews.week()).command();
    }

    static Response refused(String target, String form, Outcome.Refusal why, boolean json) {
        Request request = Request.post(target, form);
        return act(json ? request.asJson() : request, SampleViews.week()).then().apply(new Outcome.Refused(why));
    }
}
