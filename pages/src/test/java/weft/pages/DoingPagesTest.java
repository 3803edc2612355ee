package weft.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import weft.core.calendar.Rule;
import weft.core.entry.Doing;
import weft.core.entry.Joining;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.OwnCalendar;
import weft.primitives.Bytes;

/** Doings as forms say them, the calendar in four ways, and calendar files. */
class DoingPagesTest {
    private static final String KITCHEN = Requests.CIRCLE + "/d/" + SampleViews.key(600).hex();

    private static Command command(String target, String form) {
        Reply reply = Pages.reply(Request.post(target, form), SampleViews.week(), Requests.MEANS);
        return reply instanceof Reply.Act act ? act.command() : org.assertj.core.api.Assertions.fail(((Reply.Page) reply).response().body().text());
    }

    private static Doing made(String form) {
        return ((Command.DoingsNew) command(Requests.CIRCLE + "/doing", form)).doings().getFirst();
    }

    private static String html(String target) {
        return Requests.page(Request.get(target), SampleViews.week()).body().text();
    }

    @Test
    void aKitchenIsMadeOfAForm() {
        Doing doing = made("title=Kitchen&start=2026-12-01T18:00&end=2026-12-01T21:00&repeat=weekly&weekday=2&weekday=4&until=2027-03-30&except=2026-12-24+2026-12-31"
                + "&shifts=17:00-18:30+Setting+up+2%0A18:00-20:00+Cooking+4%0ACompany&things=A+pot%0ASalt&alert=24&where=The+old+school&kind=food");
        assertThat(doing.times().rule().map(Rule::text)).contains("FREQ=WEEKLY;UNTIL=20270330;BYDAY=TU,TH");
        assertThat(doing.times().except()).containsExactly(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31));
        assertThat(doing.shifts()).containsExactly(new Doing.Shift(1, "Setting up", 1_380, 90, 2), new Doing.Shift(2, "Cooking", 0, 120, 4),
                new Doing.Shift(3, "Company", 0, 180, 0));
        assertThat(doing.things()).extracting(Doing.Thing::title).containsExactly("A pot", "Salt");
        assertThat(doing.alertHours()).contains(24);
    }

    @Test
    void whatIsChangedKeepsItsNumbersAndItsRule() {
        Command command = command(KITCHEN + "/revise", "title=Kitchen&start=2026-11-24T17:00&end=2026-11-24T20:00&repeat=keep&until="
                + "&shifts=18:00-19:00+Sweeping%0A17:00-19:00+Cooking+3&things=%D8%A8%D8%B5%D9%84%0ABread");
        Doing doing = ((Command.DoingRevise) command).doing();
        assertThat(doing.times().rule().map(Rule::text)).contains("FREQ=WEEKLY");
        assertThat(doing.shifts()).containsExactly(new Doing.Shift(1, "Cooking", 0, 120, 3), new Doing.Shift(2, "Sweeping", 60, 60, 0));
        assertThat(doing.things()).containsExactly(new Doing.Thing(1, "Bread"), new Doing.Thing(2, "بصل"));
        Command not = command(KITCHEN + "/not-then", "on=2026-12-08");
        assertThat(((Command.DoingRevise) not).doing().times().except()).containsExactly(LocalDate.of(2026, 12, 8));
    }

    @Test
    void oneOccurrenceIsMovedAndNoFurtherThanItCan() {
        String on = html(KITCHEN).replaceAll("(?s).*action=\"[^\"]*/move\".*?name=\"on\" value=\"([^\"]*)\".*", "$1");
        LocalDate date = LocalDate.parse(on);
        Doing moved = ((Command.DoingRevise) command(KITCHEN + "/move", "on=" + on + "&start=" + date.plusDays(1) + "T19:00&end=" + date.plusDays(1)
                + "T21:00")).doing();
        assertThat(moved.times().moved()).singleElement().satisfies(one -> assertThat(one.date()).isEqualTo(date));
        for (String where : List.of("start=" + date.plusDays(20) + "T19:00", "start=" + date.minusDays(3) + "T19:00", "start=soon",
                "start=" + date + "T19:00&end=" + date + "T18:00")) {
            Response response = Requests.page(Request.post(KITCHEN + "/move", "on=" + on + "&" + where), SampleViews.week());
            assertThat(response.status()).as(where).isEqualTo(409);
            assertThat(response.body().text()).contains("put down a new one");
        }
    }

    @Test
    void everyFaultIsSaid() {
        for (String[] one : new String[][] {{"start=", "fault.moment"}, {"start=2026-12-02T18:00&end=2026-12-02T17:00&repeat=none", "fault.untilBeforeFrom"},
            {"start=2026-12-02T18:00&end=2026-12-30T17:00&repeat=none", "fault.tooManyDays"},
            {"start=2026-12-02T18:00&repeat=weekly&weekday=1", "fault.notInRule"},
            {"start=2026-12-02T18:00&repeat=FREQ%3DHOURLY", "fault.rule"}, {"start=2026-12-02T18:00&alert=999", "fault.alert"},
            {"start=2026-12-02T18:00&except=soon", "fault.date"}, {"start=2026-12-02T18:00&shifts=25:00-26:00+Cook", "fault.shifts"}}) {
            Response response = Requests.page(Request.post(Requests.CIRCLE + "/doing", "title=Kitchen&" + one[0]), SampleViews.week());
            assertThat(response.status()).isEqualTo(422);
            assertThat(response.body().text()).as(one[0]).contains(weft.pages.text.Languages.all().getFirst().say(one[1]).split("[’'<>]")[0]);
        }
    }

    @Test
    void comingAndNotComing() {
        var ref = new weft.core.view.Ref(SampleViews.CIRCLE, SampleViews.key(600));
        LocalDate on = LocalDate.of(2026, 12, 1);
        assertThat(command(KITCHEN + "/join", "on=2026-12-01&part=shift-1")).isEqualTo(new Command.Join(ref, on, new Joining.Part.OfShift(1), false));
        assertThat(command(KITCHEN + "/join", "on=2026-12-01&part=coming&always=1")).isEqualTo(new Command.Join(ref, on, new Joining.Part.Coming(), true));
        assertThat(command(KITCHEN + "/cant", "on=2026-12-01&part=bring-2")).isEqualTo(new Command.CantCome(ref, on, new Joining.Part.Bringing(2)));
        assertThat(command(KITCHEN + "/no-more", "part=shift-1")).isEqualTo(new Command.JoinNoMore(ref, new Joining.Part.OfShift(1)));
        assertThat(Requests.page(Request.post(KITCHEN + "/join", "on=2026-12-01&part=money"), SampleViews.week()).status()).isEqualTo(400);
        assertThat(Requests.page(Request.post(KITCHEN + "/join", "part=coming"), SampleViews.week()).status()).isEqualTo(400);
    }

    @Test
    void theWeekBeginsAsTheLanguageSaysIt() {
        String english = html("/calendar?view=month&on=2026-11-23");
        assertThat(english).containsSubsequence("<th scope=\"col\">Monday", "<th scope=\"col\">Sunday").contains("November 2026", "Kitchen on Tuesdays");
        for (String[] one : new String[][] {{"ar", "السبت"}, {"ar-MA,ar;q=0.9", "الاثنين"}, {"en-US,en;q=0.5", "Sunday"}, {"fr-CH", "lundi"},
                {"es-MX", "domingo"}, {"en-GB", "Monday"}}) {
            String html = Requests.page(Request.get("/calendar?on=2026-11-23").withLanguage(one[0]), SampleViews.week()).body().text();
            assertThat(html.substring(html.indexOf("<th scope"))).as(one[0]).startsWith("<th scope=\"col\">" + one[1]);
        }
    }

    @Test
    void theFeedIsFoundAtItsAddressAlone() {
        SampleViews views = SampleViews.week();
        assertThat(CalendarFeed.reply("/feed/" + "00".repeat(16) + ".ics", views)).isEmpty();
        views.own = new OwnCalendar(Optional.empty(), Optional.of(Bytes.hex("0123456789abcdef0123456789abcdef")));
        String file = CalendarFeed.reply("/feed/0123456789abcdef0123456789abcdef.ics", views).orElseThrow().body().text();
        assertThat(file).contains("SUMMARY:Kitchen on Tuesdays", "LOCATION:The old school").doesNotContain("Amina").doesNotContain("quiet");
        assertThat(CalendarFeed.reply("/feed/0123456789abcdef0123456789abcdee.ics", views)).isEmpty();
        assertThat(CalendarFeed.reply("/feed/.ics", views)).isEmpty();
    }

    @Test
    void aFileIsLookedAtBeforeItComesIn() {
        String ics = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Jam <session>\r\nDTSTART:20261205T170000Z\r\nRRULE:FREQ=MONTHLY;BYDAY=1SA\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nSUMMARY:Past\r\nDTSTART:20200101T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        String form = "ics=" + ics.chars().mapToObj(c -> "%" + (c < 16 ? "0" : "") + Integer.toHexString(c)).collect(Collectors.joining());
        Response look = Requests.page(Request.post(Requests.CIRCLE + "/import", form), SampleViews.week());
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.body().text()).contains("Jam &lt;session&gt;", "Past", "is over", "name=\"confirm\"");
        Command.DoingsNew command = (Command.DoingsNew) command(Requests.CIRCLE + "/import", form + "&confirm=1");
        assertThat(command.doings()).extracting(Doing::title).containsExactly("Jam <session>");
        assertThat(Requests.page(Request.post(Requests.CIRCLE + "/import", "ics=hello"), SampleViews.week()).status()).isEqualTo(422);
    }

    @Test
    void aRefusalComesBackWithTheForm() {
        Reply.Act act = (Reply.Act) Pages.reply(Request.post(Requests.CIRCLE + "/doing", "title=Kitchen&start=2020-12-01T18:00"), SampleViews.week(),
                Requests.MEANS);
        Response response = act.then().apply(new Outcome.Refused(Outcome.Refusal.NO_SUCH_OCCURRENCE));
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.body().text()).contains("value=\"Kitchen\"", "e-start");
    }
}
