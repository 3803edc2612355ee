package weft.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weft.relay.step.RelayPolicy;
import weft.relay.step.Tally;
import weft.wire.event.Limits;
import weft.wire.json.Json;

/** What a relay says of itself: to programs (NIP-11), to people, to its keeper's monitoring. None of it names a circle. */
final class Information {
    private Information() {}

    /** The information document of NIP-11. */
    static String document(RelaySettings settings) {
        RelayPolicy policy = settings.policy();
        List<Long> nips = new ArrayList<>(List.of(1L, 9L, 11L, 13L, 40L, 42L, 70L, 77L));
        Json.Obj limitation = Json.object(
                "max_message_length", Limits.MESSAGE_BYTES,
                "max_subscriptions", policy.bounds().subscriptions(),
                "max_limit", policy.bounds().answer(),
                "default_limit", policy.bounds().answer(),
                "max_subid_length", Limits.SUBSCRIPTION_CHARACTERS,
                "max_event_tags", Limits.TAGS,
                "max_content_length", policy.bounds().eventBytes(),
                "min_pow_difficulty", policy.work(),
                "auth_required", false,
                "payment_required", false,
                "restricted_writes", !policy.kinds().isEmpty() || policy.work() > 0,
                "created_at_upper_limit", Limits.SECONDS_AHEAD);
        return Json.object(
                "name", settings.about().name(),
                "description", settings.about().description() + " Requests to delete (NIP-09) are not honoured for envelopes (kind 9338).",
                "contact", settings.about().contact(),
                "software", "weft",
                "version", version(),
                "supported_nips", nips.stream().map(Json::of).toList(),
                "limitation", limitation).write();
    }

    private static String version() {
        String version = Information.class.getPackage().getImplementationVersion();
        return version == null ? "1" : version;
    }

    /** A calm page for people who open the address in a browser. */
    static String page(RelaySettings settings, Tally tally) {
        String app = settings.app().isEmpty() ? "" : "<p><a href=\"/app/\">Open Weft in this browser</a></p>";
        String contact = settings.about().contact().isEmpty() ? "" : "<p>Kept by: " + escape(settings.about().contact()) + "</p>";
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                :root { color-scheme: light dark }
                body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem }
                h1 { font-weight: 600; font-size: 1.6rem } table { border-collapse: collapse; width: 100%% }
                th { text-align: left; font-weight: 400 } td { text-align: right; font-variant-numeric: tabular-nums }
                th, td { border-bottom: 1px solid color-mix(in srgb, currentcolor 20%%, transparent); padding: .3rem 0 }
                </style></head>
                <body><main><h1>%s</h1><p>%s</p>
                <p>This is a relay. It stores and passes on sealed envelopes, and throws each away when its last day is over.
                It does not know who writes, what, or to whom.</p>
                <table>
                <tr><th scope="row">Connections now</th><td>%d</td></tr>
                <tr><th scope="row">Stored now</th><td>%s</td></tr>
                <tr><th scope="row">Taken since the start</th><td>%d</td></tr>
                </table>%s%s</main></body></html>
                """.formatted(escape(settings.about().name()), escape(settings.about().name()), escape(settings.about().description()),
                tally.links(), size(tally.storedBytes()), tally.taken(), app, contact);
    }

    private static String size(long bytes) {
        return bytes < 10_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** Figures in Prometheus' text format. */
    static String metrics(Tally tally) {
        StringBuilder out = new StringBuilder();
        figure(out, "weft_relay_links", "gauge", "Connections open now.", tally.links());
        figure(out, "weft_relay_subscriptions", "gauge", "Subscriptions open now.", tally.subscriptions());
        figure(out, "weft_relay_waiting_events", "gauge", "Events being written now.", tally.waiting());
        figure(out, "weft_relay_stored_bytes", "gauge", "Bytes of events stored now.", tally.storedBytes());
        figure(out, "weft_relay_taken_events_total", "counter", "Events stored since the start.", tally.taken());
        figure(out, "weft_relay_duplicate_events_total", "counter", "Events that were here already.", tally.duplicates());
        figure(out, "weft_relay_delivered_events_total", "counter", "Events sent to subscribers.", tally.delivered());
        figure(out, "weft_relay_requests_total", "counter", "Requests answered.", tally.requests());
        figure(out, "weft_relay_garbled_frames_total", "counter", "Frames that were no message.", tally.garbled());
        out.append("# HELP weft_relay_refused_events_total Events not taken, by reason.\n# TYPE weft_relay_refused_events_total counter\n");
        for (Map.Entry<String, Long> refused : new TreeMap<>(tally.refused()).entrySet()) {
            out.append("weft_relay_refused_events_total{reason=\"").append(refused.getKey()).append("\"} ").append(refused.getValue()).append('\n');
        }
        return out.toString();
    }

    private static void figure(StringBuilder out, String name, String type, String help, long value) {
        out.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
        out.append(name).append(' ').append(value).append('\n');
    }
}
