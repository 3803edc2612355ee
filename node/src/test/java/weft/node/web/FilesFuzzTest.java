package weft.node.web;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import weft.core.atlas.Atlas;
import weft.core.atlas.AtlasFault;
import weft.core.atlas.Source;
import weft.core.atlas.Tile;
import weft.core.calendar.IcsReader;
import weft.core.calendar.OpeningHours;
import weft.core.calendar.Rule;
import weft.core.calendar.RuleReader;
import weft.core.invite.HandOver;
import weft.core.invite.HandOverPart;
import weft.core.invite.InvitationFile;
import weft.core.invite.Knock;
import weft.core.key.Leaf;
import weft.core.people.Regrouped;
import weft.core.people.ThatIsMe;
import weft.jdk.JdkPrimitives;
import weft.pages.Request;
import weft.practice.Practice;
import weft.practice.PracticeReader;
import weft.practice.Scaling;
import weft.practice.carry.ArticleAddress;
import weft.practice.carry.Articles;
import weft.practice.carry.Folder;
import weft.press.Clean;
import weft.press.carry.Books;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.rounds.format.DayTable;
import weft.rounds.format.FormatException;
import weft.rounds.format.Instances;
import weft.rounds.format.MatrixFile;
import weft.wire.event.Day;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/**
 * Fuzzing (Jazzer) of what people bring in from elsewhere: calendars, tables, opening hours, practices, books, articles, maps, forms, hand-overs.
 * Nothing throws but what a reader says it throws; what is written is read again as it was; no script comes through. The corpus of each is in the
 * folder of its name beside this class; {@code FilesCorpusTest} goes through it in a usual run.
 */
@Tag("long")
class FilesFuzzTest {
    private static final Primitives P = new JdkPrimitives();
    private static final Bytes KEY = Bytes.hex("4d0b3747bbe4f204952496c0adc912931d23a4a82db4c146fe92235f0f0091f5");
    private static final Leaf LEAF = new Leaf(new Day(2_500), 70_000);

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    private static void same(Object one, Object other) {
        if (!one.equals(other)) {
            throw new AssertionError("not the same once written and read again: " + one + " / " + other);
        }
    }

    @FuzzTest(maxDuration = "20s")
    void calendar(byte[] data) {
        LocalDate day = LocalDate.of(2026, 11, 23);
        IcsReader.Read read = IcsReader.read(text(data), name -> name.equals("Europe/Paris") ? Optional.of(ZoneId.of(name)) : Optional.empty(),
                ZoneOffset.UTC, day.toEpochDay() * 86_400);
        for (IcsReader.Event event : read.taken()) {
            event.times().dates(day.plusDays(400));
            event.times().next(day.toEpochDay() * 86_400, day.plusDays(400));
        }
    }

    @FuzzTest(maxDuration = "20s")
    void rule(byte[] data) {
        if (RuleReader.read(text(data)) instanceof Checked.Good<Rule>(Rule rule)) {
            same(rule, RuleReader.read(rule.text()).orThrow());
        }
    }

    @FuzzTest(maxDuration = "20s")
    void hours(byte[] data) {
        if (OpeningHours.read(text(data)) instanceof Checked.Good<OpeningHours>(OpeningHours hours)) {
            same(hours, OpeningHours.read(hours.text()).orThrow());
            hours.on(LocalDate.of(2028, 2, 29));
        }
    }

    @FuzzTest(maxDuration = "20s")
    void table(byte[] data) {
        DayTable.Rows rows = DayTable.rows("stops", text(data));
        DayTable.read(rows.rows(), List.of(Map.of("name", "Ann")), 1);
        DayTable.read(DayTable.rows("stops", DayTable.exampleStops()).rows(), DayTable.rows("drivers", text(data)).rows(), 1);
    }

    @FuzzTest(maxDuration = "20s")
    void instance(byte[] data) {
        try {
            Instances.read(text(data));
        } catch (FormatException e) {
            same(e.getMessage().isBlank(), false);
        }
        try {
            new MatrixFile(text(data));
        } catch (FormatException e) {
            same(e.getMessage().isBlank(), false);
        }
    }

    @FuzzTest(maxDuration = "20s")
    void practice(byte[] data) {
        if (PracticeReader.read(text(data)) instanceof Checked.Good<Practice>(Practice practice)) {
            same(practice, PracticeReader.read(practice.write()).orThrow());
            practice.paragraphs();
            if (Scaling.scales(practice)) {
                Scaling.scale(practice, 37);
            }
        }
        PracticeReader.readAny(text(data), "name.md", "en");
        Folder.read(Map.of("a.md", text(data)), "en");
    }

    /** What a browser gets holds no script, no handler and no address that runs. */
    @FuzzTest(maxDuration = "20s")
    void markdown(byte[] data) {
        String html = Clean.html(text(data), address -> Optional.of(address));
        String low = html.toLowerCase(java.util.Locale.ROOT);
        if (low.matches("(?s).*<[^>]*(script|iframe|object|style|\\son[a-z]+=|(href|src)=.?(javascript|vbscript|file)).*")) {
            throw new AssertionError("comes through: " + html);
        }
    }

    @FuzzTest(maxDuration = "20s")
    void book(byte[] data) {
        if (Books.read(Bytes.of(data), "name", "en") instanceof Checked.Good<Practice>(Practice practice)) {
            same(practice, PracticeReader.read(practice.write()).orThrow());
        }
    }

    @FuzzTest(maxDuration = "20s")
    void article(byte[] data) {
        if (ArticleAddress.read(text(data)) instanceof Checked.Good<ArticleAddress>(ArticleAddress address)) {
            same(address, ArticleAddress.read(address.write()).orThrow());
        }
        if (Event.read(text(data)) instanceof Checked.Good<Event>(Event event)) {
            Articles.address(event.draft());
            Articles.read(event.draft());
        }
    }

    @FuzzTest(maxDuration = "20s")
    void map(byte[] data) {
        Bytes file = Bytes.of(data);
        Source source = want -> want.offset() < 0 || want.length() < 0 || want.offset() + want.length() > file.size()
                ? Checked.bad(AtlasFault.OUT_OF_FILE, "beyond its end") : Checked.good(file.slice((int) want.offset(), (int) want.offset() + want.length()));
        if (Atlas.open(source) instanceof Checked.Good<Atlas>(Atlas atlas)) {
            atlas.makers();
            for (int level = 0; level < 4; level++) {
                atlas.tile(level, 0, 0);
            }
        }
        Tile.read(file, layer -> true);
    }

    @FuzzTest(maxDuration = "20s")
    void form(byte[] data) throws IOException {
        Request.fields(text(data));
        try (SecretForm form = new SecretForm(data.clone(), P)) {
            form.text("token");
            form.take("passphrase").ifPresent(Secret::destroy);
            form.rest();
        }
        String type = "multipart/form-data; boundary=b";
        Optional<Multipart> parts = Multipart.of(type, new ByteArrayInputStream(data));
        try {
            for (Optional<String> part = parts.orElseThrow().next(); part.isPresent(); part = parts.get().next()) {
                parts.get().fileName();
                parts.get().text(1_000);
            }
            UploadForm.read(type, new ByteArrayInputStream(data));
        } catch (EOFException e) {
            same(e.getMessage(), "a form that ends before its end");
        }
    }

    @FuzzTest(maxDuration = "20s")
    void handOver(byte[] data) {
        HandOverPart.read(P, text(data), KEY, LEAF, KEY);
        ThatIsMe.read(P, text(data), KEY, LEAF);
        if (Event.read(text(data)) instanceof Checked.Good<Event>(Event event)) {
            Knock.read(event.draft(), event.publicKey(), KEY.slice(0, 16));
        }
        Regrouped.readPart(P, text(data), KEY, LEAF);
        if (HandOver.read(P, P.keep(data.clone())) instanceof Checked.Good<HandOver>(HandOver over)) {
            over.close();
        }
        if (Regrouped.read(P, P.keep(data.clone())) instanceof Checked.Good<Regrouped>(Regrouped regrouped)) {
            regrouped.close();
        }
    }

    @FuzzTest(maxDuration = "20s")
    void invitationFile(byte[] data) {
        if (InvitationFile.isOne(text(data))) {
            InvitationFile.open(P, text(data), P.keep("a passphrase".getBytes(StandardCharsets.UTF_8)));
        }
    }
}
