package weft.pages;

import java.util.List;
import java.util.Optional;
import weft.core.view.CircleCard;
import weft.core.view.Ref;
import weft.core.view.ThreadView;
import weft.primitives.Bytes;

/** Finds the page of a path. A path is exactly one of those listed here, or nothing is there. */
final class Router {
    private Router() {}

    static Reply route(Here here) {
        String method = here.request().method();
        boolean get = method.equals("GET") || method.equals("HEAD");
        if (!get && !method.equals("POST")) {
            return trouble(here, Trouble.WRONG_METHOD);
        }
        String path = here.request().path();
        List<String> steps = path.equals("/") ? List.of() : path.startsWith("/") ? List.of(path.substring(1).split("/", -1)) : List.of("?");
        return switch (steps.isEmpty() ? "" : steps.getFirst()) {
            case "" -> steps.isEmpty() && get ? StartPage.reply(here) : steps.isEmpty() ? trouble(here, Trouble.WRONG_METHOD) : notFound(here);
            case "circles" -> path.equals("/circles/new") ? get ? CirclePages.newForm(here) : CirclePages.make(here) : notFound(here);
            case "join" -> path.equals("/join") ? get ? InvitePages.joinForm(here) : InvitePages.join(here) : notFound(here);
            case "settings" -> path.equals("/settings") ? get ? NodePage.reply(here) : trouble(here, Trouble.WRONG_METHOD) : notFound(here);
            case "carry" -> path.equals("/carry") ? get ? BundlePages.reply(here) : trouble(here, Trouble.WRONG_METHOD) : notFound(here);
            case "language" -> path.equals("/language") ? get ? trouble(here, Trouble.WRONG_METHOD) : NodePage.language(here) : notFound(here);
            case "date" -> path.equals("/date") ? get ? trouble(here, Trouble.WRONG_METHOD) : NodePage.date(here) : notFound(here);
            case "i" -> steps.size() == 2 || steps.size() == 3 && steps.get(2).equals("file") ? invitation(here, steps, get) : notFound(here);
            case "find" -> path.equals("/find") ? get ? FindPage.form(here) : FindPage.find(here) : notFound(here);
            case "device" -> !path.equals("/device") ? notFound(here) : get ? DevicePage.reply(here) : DevicePage.hand(here);
            case "people" -> steps.size() == 1 ? get ? PeoplePages.people(here) : trouble(here, Trouble.WRONG_METHOD)
                    : steps.size() == 2 ? get ? trouble(here, Trouble.WRONG_METHOD) : PeoplePages.name(here, steps.get(1)) : notFound(here);
            case "offers" -> steps.size() == 2 || steps.size() == 3 && steps.get(2).equals("ignore") ? offer(here, steps, get) : notFound(here);
            case "feed" -> CalendarFeed.reply(path, here.views()).<Reply>map(Reply.Page::new).orElseGet(() -> notFound(here));
            case "label" -> path.equals("/label") && get ? LabelPage.look(here) : notFound(here);
            case "news" -> NewsPage.route(here, steps, get);
            case "calendar" -> steps.size() <= 2 ? CalendarSettings.route(here, steps, get) : notFound(here);
            case "c" -> steps.size() >= 2 ? circle(here, steps, get) : notFound(here);
            default -> notFound(here);
        };
    }

    private static Reply invitation(Here here, List<String> steps, boolean get) {
        Optional<Bytes> id = Bytes.parseHex(steps.get(1));
        return here.views().invitations().stream().filter(one -> id.isPresent() && one.id().equals(id.get())).findFirst()
                .map(one -> get ? InvitePages.show(here, one) : steps.size() == 3 ? InvitePages.file(here, one) : trouble(here, Trouble.WRONG_METHOD))
                .orElseGet(() -> trouble(here, Trouble.NO_SUCH_INVITATION));
    }

    private static Reply offer(Here here, List<String> steps, boolean get) {
        Optional<Bytes> id = Bytes.parseHex(steps.get(1));
        return here.views().offers().stream().filter(one -> id.isPresent() && one.id().equals(id.get())).findFirst()
                .map(one -> steps.size() == 2 ? get ? PeoplePages.offer(here, one) : PeoplePages.follow(here, one)
                        : get ? trouble(here, Trouble.WRONG_METHOD) : PeoplePages.ignore(here, one))
                .orElseGet(() -> notFound(here));
    }

    private static Reply circle(Here here, List<String> steps, boolean get) {
        Optional<Bytes> address = key(steps.get(1));
        Optional<CircleCard> found = here.views().circles().stream()
                .filter(card -> address.isPresent() && card.address().equals(address.get())).findFirst();
        if (found.isEmpty()) {
            return trouble(here, Trouble.NO_SUCH_CIRCLE);
        }
        CircleCard circle = found.get();
        if (steps.size() >= 4 && steps.get(2).equals("t")) {
            return thread(here, circle, steps, get);
        }
        if (steps.size() >= 4 && steps.get(2).equals("d")) {
            return DoingPage.route(here, circle.address(), steps, get);
        }
        if (steps.size() >= 3 && steps.get(2).equals("thing")) {
            return ThingPage.route(here, circle, steps, get);
        }
        if (steps.size() >= 3 && steps.get(2).equals("place")) {
            return PlacePage.route(here, circle, steps, get);
        }
        if (steps.size() >= 3 && steps.get(2).equals("p")) {
            return PracticeRoutes.practice(here, circle, steps, get);
        }
        if (steps.size() >= 3 && steps.get(2).equals("practices")) {
            return PracticeRoutes.shelf(here, circle, steps, get);
        }
        if (steps.size() >= 3 && steps.get(2).equals("write")) {
            return PracticeRoutes.write(here, circle, steps, get);
        }
        if (steps.size() == 4 && steps.get(2).equals("map") && steps.get(3).equals("pick")) {
            return get ? trouble(here, Trouble.WRONG_METHOD) : MapPick.moved(here, circle);
        }
        if (steps.size() > 3) {
            return notFound(here);
        }
        return switch (steps.size() == 2 ? "" : steps.get(2)) {
            case "" -> steps.size() != 2 ? notFound(here) : get ? BoardPage.reply(here, circle) : trouble(here, Trouble.WRONG_METHOD);
            case "list.txt" -> get ? BoardPage.plainList(here, circle) : trouble(here, Trouble.WRONG_METHOD);
            case "post" -> get ? PostPage.form(here, circle) : PostPage.post(here, circle);
            case "calendar" -> get ? CalendarPage.reply(here, Optional.of(circle)) : trouble(here, Trouble.WRONG_METHOD);
            case "map" -> get ? MapPage.look(here, circle) : MapPage.move(here, circle);
            case "things" -> get ? CataloguePage.reply(here, circle) : trouble(here, Trouble.WRONG_METHOD);
            case "labels" -> get ? LabelPage.sheet(here, circle) : trouble(here, Trouble.WRONG_METHOD);
            case "doing" -> get ? DoingForm.newForm(here, circle) : DoingForm.make(here, circle);
            case "import" -> get ? ImportPage.form(here, circle) : ImportPage.take(here, circle);
            case "intake" -> get ? IntakePage.form(here, circle) : IntakePage.take(here, circle);
            case "blank" -> get ? BlankForm.reply(here, circle) : trouble(here, Trouble.WRONG_METHOD);
            case "invite" -> get ? InvitePages.inviteForm(here, circle) : InvitePages.invite(here, circle);
            case "names" -> get ? trouble(here, Trouble.WRONG_METHOD) : PeoplePages.tellNames(here, circle);
            case "unhide" -> get ? trouble(here, Trouble.WRONG_METHOD) : PeoplePages.unhide(here, circle);
            case "rounds" -> new Reply.Page(RoundElsewhere.page(here, circle));
            case "leave" -> get ? PeoplePages.leaveForm(here, circle) : PeoplePages.leave(here, circle);
            case "regroup" -> get ? PeoplePages.regroupForm(here, circle) : PeoplePages.regroup(here, circle);
            case "settings" -> get ? CirclePages.settings(here, circle) : CirclePages.rename(here, circle);
            default -> notFound(here);
        };
    }

    private static Reply thread(Here here, CircleCard circle, List<String> steps, boolean get) {
        Optional<ThreadView> found = key(steps.get(3)).flatMap(root -> here.views().thread(new Ref(circle.address(), root)));
        if (found.isEmpty()) {
            return trouble(here, Trouble.NO_SUCH_THREAD);
        }
        ThreadView thread = found.get();
        if (steps.size() == 4) {
            return get ? ThreadPage.reply(here, thread) : trouble(here, Trouble.WRONG_METHOD);
        }
        if (steps.size() > 5) {
            return notFound(here);
        }
        if (get && steps.get(4).startsWith("photo-")) {
            return ThreadPage.photo(here, thread, steps.get(4).substring("photo-".length()));
        }
        return switch (steps.get(4)) {
            case "fits" -> get ? FitsPage.reply(here, thread) : trouble(here, Trouble.WRONG_METHOD);
            case "revise" -> get ? PostPage.reviseForm(here, thread) : PostPage.revise(here, thread);
            case "close" -> get ? ThreadActs.closeForm(here, thread) : ThreadActs.close(here, thread);
            case "extend" -> get ? ThreadActs.extendForm(here, thread) : ThreadActs.extend(here, thread);
            case "withdraw" -> get ? ThreadActs.withdrawForm(here, thread) : ThreadActs.withdraw(here, thread);
            case "hide" -> get ? ThreadActs.hideForm(here, thread) : ThreadActs.hide(here, thread);
            case "admit" -> get ? trouble(here, Trouble.WRONG_METHOD) : ThreadActs.admit(here, thread);
            case "let-out" -> get ? trouble(here, Trouble.WRONG_METHOD) : PeoplePages.letOut(here, thread);
            case "answer" -> get ? trouble(here, Trouble.WRONG_METHOD) : ThreadActs.answer(here, thread);
            case "aside" -> get ? trouble(here, Trouble.WRONG_METHOD) : ThreadActs.aside(here, thread);
            default -> notFound(here);
        };
    }

    /** A key or an id as it stands in an address or a form: 64 hexadecimal digits. */
    static Optional<Bytes> key(String hex) {
        return Bytes.parseHex(hex).filter(bytes -> bytes.size() == 32);
    }

    static Reply trouble(Here here, Trouble trouble) {
        return new Reply.Page(Pages.trouble(here.request(), trouble));
    }

    private static Reply notFound(Here here) {
        return trouble(here, Trouble.NOT_FOUND);
    }
}
