package weft.node.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weft.core.invite.RelayAddress;
import weft.core.key.Signing;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.PracticeView;
import weft.core.view.Ref;
import weft.node.home.OwnNode;
import weft.node.link.OpenNet;
import weft.node.shell.NodeShell;
import weft.pages.PracticePrints;
import weft.pages.Request;
import weft.pages.Response;
import weft.practice.Practice;
import weft.practice.Scaling;
import weft.practice.Writings;
import weft.practice.carry.ArticleAddress;
import weft.practice.carry.Articles;
import weft.press.Paper;
import weft.press.PrintStop;
import weft.press.Wish;
import weft.press.carry.Epub;
import weft.press.carry.WebPage;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/**
 * What only a computer does with practices: PDFs, books, publishing on the open net and taking articles in from there. It is done on the
 * thread of the request, so that the node goes on meanwhile.
 */
final class PracticeDesk {
    private static final Pattern PATH = Pattern.compile("/c/([0-9a-f]{64})/p/([0-9a-f]{64})/(print\\.pdf|practice\\.epub|practice\\.html|publish)");
    private static final Pattern TAKE = Pattern.compile("/c/([0-9a-f]{64})/practices/take");
    /** Kept, so that the level stays set: the libraries would log words of the text. */
    private static final Logger PDFBOX = Logger.getLogger("org.apache");
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_PEOPLE = 100_000;
    /** Milliseconds within which a short text is printed. */
    private static final long GLANCE = 1_500;
    /** Milliseconds that a program waits. */
    private static final long LONGEST_PRINT = 300_000;

    private final OwnNode node;
    private final OpenNet net = new OpenNet(PATIENCE);
    private final PrintJobs prints;

    PracticeDesk(OwnNode node) {
        this.node = node;
        this.prints = new PrintJobs(node.entropy());
        PDFBOX.setLevel(Level.OFF);
    }

    /** An answer where a computer has one; else the pages answer. */
    Optional<Response> answer(Request request, NodeShell shell) throws IOException {
        Matcher take = TAKE.matcher(request.path());
        if (take.matches() && request.method().equals("POST")) {
            return take(request, shell);
        }
        Matcher path = PATH.matcher(request.path());
        boolean publishing = path.matches() && path.group(3).equals("publish");
        if (!path.matches() || publishing != request.method().equals("POST")) {
            return Optional.empty();
        }
        Optional<String> begun = path.group(3).equals("print.pdf") ? first(request.query(), "job") : Optional.empty();
        if (begun.isPresent()) {
            Optional<PrintJobs.Job> job = prints.find(begun.get());
            return job.isEmpty() ? Optional.empty() : Optional.of(printed(request, job.get()));
        }
        Ref ref = new Ref(Bytes.hex(path.group(1)), Bytes.hex(path.group(2)));
        Optional<PracticeView> view = Desk.wait(shell.look(views -> views.practice(ref)));
        if (view.isEmpty()) {
            return Optional.empty();
        }
        Practice practice = scaled(request, Writings.practice(view.get().card().writing()));
        return Optional.of(switch (path.group(3)) {
            case "publish" -> publish(request, practice, shell);
            case "practice.epub" -> epub(practice, shell.now());
            case "practice.html" -> PracticePrints.file("text/html; charset=utf-8", name(practice, "html"),
                    Bytes.utf8(WebPage.html(practice, PracticeDesk::noPicture)));
            default -> pdf(request, practice);
        });
    }

    private static Optional<Bytes> noPicture(String address) {
        return Optional.empty();
    }

    private static Practice scaled(Request request, Practice practice) {
        Optional<Integer> people = first(request.query(), "for").filter(text -> text.matches("[1-9][0-9]{0,5}")).map(Integer::valueOf)
                .filter(n -> n <= MOST_PEOPLE);
        return people.filter(n -> Scaling.scales(practice)).map(n -> Scaling.scale(practice, n)).orElse(practice);
    }

    private static Optional<String> first(Map<String, List<String>> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(values -> values.getFirst().strip()).filter(value -> !value.isEmpty());
    }

    private static String name(Practice practice, String ending) {
        return "practice." + practice.front().language() + "." + ending;
    }

    private Response epub(Practice practice, long now) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Epub.write(node.primitives(), practice, now, PracticeDesk::noPicture, out);
        return PracticePrints.file("application/epub+zip", name(practice, "epub"), Bytes.of(out.toByteArray()));
    }

    /** The PDF where it is made in a moment, or by a program that waits; else a page that says how far it has come and looks again. */
    private Response pdf(Request request, Practice practice) throws IOException {
        Optional<PrintJobs.Job> job = prints.begin(practice, wish(request));
        return job.isEmpty() ? PracticePrints.stopped(request, "busy", "") : printed(request, job.get());
    }

    private Response printed(Request request, PrintJobs.Job job) throws IOException {
        boolean waits = request.wantsJson() || first(request.query(), "wait").isPresent();
        Optional<PrintJobs.Made> made = job.within(waits ? LONGEST_PRINT : GLANCE);
        if (made.isEmpty()) {
            PrintJobs.Where where = job.where();
            return PracticePrints.making(request, job.name(), where.stage().name().toLowerCase(Locale.ROOT), where.done(), where.of());
        }
        return switch (made.get()) {
            case PrintJobs.Made.Pdf(Bytes content) -> PracticePrints.file("application/pdf", "practice." + job.language() + ".pdf", content);
            case PrintJobs.Made.Stopped(PrintStop why) -> PracticePrints.stopped(request, why.reason().code(), why.detail());
        };
    }

    private static Wish wish(Request request) {
        Wish.Form form = switch (first(request.query(), "form").orElse("")) {
            case "leaflet" -> Wish.Form.LEAFLET;
            case "poster" -> Wish.Form.POSTER;
            case "pages" -> Wish.Form.PAGES;
            default -> Wish.Form.BOOKLET;
        };
        Paper paper = first(request.query(), "paper").filter("letter"::equals).isPresent() ? Paper.LETTER : Paper.A4;
        return new Wish(form, paper, first(request.query(), "grey").isPresent(), first(request.query(), "link").filter(link -> link.length() <= 2_000));
    }

    private Response publish(Request request, Practice practice, NodeShell shell) {
        List<String> relays = Arrays.stream(first(request.form(), "relays").orElse("").split("[\\s,]+")).filter(line -> !line.isEmpty()).distinct().toList();
        if (first(request.form(), "sure").isEmpty()) {
            return PracticePrints.publishing(request, PracticePrints.Published.NOT_SURE, Map.of(), "");
        }
        if (relays.isEmpty() || relays.size() > OpenNet.MOST_RELAYS || !relays.stream().allMatch(RelayAddress::isOne)) {
            return PracticePrints.publishing(request, PracticePrints.Published.NO_RELAY, Map.of(), "");
        }
        Primitives p = node.primitives();
        // A fresh voice for this one article; destroyed at once, so that nothing can ever be tied to it.
        try (Secret voice = p.freshKey(node.entropy())) {
            Draft draft = Articles.draft(open(practice), node.entropy().next(8).hex(), p.publicKey(voice), shell.now());
            Event event = Signing.sign(p, draft, voice, node.entropy().next(32));
            Map<String, Boolean> taken = net.publish(event, relays);
            List<String> at = taken.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).limit(3).toList();
            String address = Articles.address(draft).map(found -> new ArticleAddress(found.name(), found.key(), at).write()).orElse("");
            return PracticePrints.publishing(request, at.isEmpty() ? PracticePrints.Published.NONE : PracticePrints.Published.DONE, taken, at.isEmpty() ? ""
                    : address);
        }
    }

    /** What comes from a circle must not name it: an origin that is no article stays behind. */
    private static Practice open(Practice practice) {
        var front = practice.front();
        boolean translated = front.translationOf().filter(origin -> origin.article()).isPresent();
        return new Practice(front.from(front.derivedFrom().filter(origin -> origin.article()), front.translationOf().filter(origin -> origin.article()),
                translated ? front.sourceParagraphs() : List.of()), practice.text());
    }

    /** An article by its address; other texts are for the pages. */
    private Optional<Response> take(Request request, NodeShell shell) {
        String text = first(request.form(), "text").orElse("");
        if (!(text.startsWith("naddr1") || text.startsWith("nostr:naddr1"))
                || !(ArticleAddress.read(text) instanceof Checked.Good<ArticleAddress>(ArticleAddress address))) {
            return Optional.empty();
        }
        List<String> relays = address.relays().stream().filter(RelayAddress::isOne).toList();
        Optional<Event> found = net.find(node.primitives(), address, relays);
        if (found.isEmpty()
                || !(Articles.read(found.get().draft()) instanceof Checked.Good<Practice>(Practice practice))) {
            return Optional.empty();
        }
        // What is made of it says where it comes from.
        Practice forked = new Practice(practice.front().from(Optional.of(address.ancestor(Optional.of(found.get().id()))), practice.front().translationOf(),
                practice.front().sourceParagraphs()), practice.text());
        Outcome outcome = Desk.wait(shell.wish(new Command.DraftKeep(Bytes.EMPTY, Optional.empty(), Writings.of(forked))));
        String shelf = request.path().substring(0, request.path().indexOf("/practices"));
        return outcome instanceof Outcome.DoneDraft(Bytes id) ? Optional.of(PracticePrints.drafted(request, shelf + "/write/" + id.hex(), id))
                : Optional.empty();
    }
}
