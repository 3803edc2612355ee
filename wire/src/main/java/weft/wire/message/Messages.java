package weft.wire.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.event.EventReader;
import weft.wire.event.Limits;
import weft.wire.json.Checked;
import weft.wire.json.Json;
import weft.wire.json.JsonWriter;

/** Reads and writes relay messages. Events inside have the right shape after reading; nobody has verified them yet. */
public final class Messages {
    private Messages() {}

    /** Reads what a client says. */
    public static Checked<ClientMessage> readClient(String text) {
        return list(text).then(items -> client(word(items), items));
    }

    /** Reads what a relay says. */
    public static Checked<RelayMessage> readRelay(String text) {
        return list(text).then(items -> relay(word(items), items));
    }

    private static Checked<List<Json>> list(String text) {
        if (text.length() > Limits.MESSAGE_BYTES || text.length() * 3L > Limits.MESSAGE_BYTES && Bytes.utf8(text).size() > Limits.MESSAGE_BYTES) {
            return Checked.bad(MessageFault.TOO_LARGE, "more than " + Limits.MESSAGE_BYTES + " bytes");
        }
        return switch (Json.read(text)) {
            case Checked.Bad<Json>(var fault, String detail) -> Checked.bad(MessageFault.NOT_JSON, fault.code() + ": " + detail);
            case Checked.Good<Json>(Json.Arr(List<Json> items)) -> Checked.good(items);
            case Checked.Good<Json> other -> Checked.bad(MessageFault.UNKNOWN_MESSAGE, "not a list");
        };
    }

    private static String word(List<Json> items) {
        return !items.isEmpty() && items.getFirst() instanceof Json.Text(String word) ? word : "";
    }

    private static Checked<ClientMessage> client(String word, List<Json> items) {
        return switch (word) {
            case "EVENT" -> sized(items, 2).then(i -> event(i.get(1))).then(e -> Checked.good(new ClientMessage.Publish(e)));
            case "AUTH" -> sized(items, 2).then(i -> event(i.get(1))).then(e -> Checked.good(new ClientMessage.Authenticate(e)));
            case "REQ" -> subscription(items).then(name -> filters(items.subList(2, items.size()))
                    .then(filters -> Checked.good(new ClientMessage.Subscribe(name, filters))));
            case "CLOSE" -> sized(items, 2).then(Messages::subscription).then(name -> Checked.good(new ClientMessage.Unsubscribe(name)));
            case "NEG-OPEN" -> sized(items, 4).then(Messages::subscription).then(name -> filter(items.get(2))
                    .then(filter -> hex(items.get(3)).then(bytes -> Checked.good(new ClientMessage.SyncOpen(name, filter, bytes)))));
            case "NEG-MSG" -> sized(items, 3).then(Messages::subscription)
                    .then(name -> hex(items.get(2)).then(bytes -> Checked.good(new ClientMessage.SyncMessage(name, bytes))));
            case "NEG-CLOSE" -> sized(items, 2).then(Messages::subscription).then(name -> Checked.good(new ClientMessage.SyncClose(name)));
            default -> Checked.bad(MessageFault.UNKNOWN_MESSAGE, "an unknown word");
        };
    }

    private static Checked<RelayMessage> relay(String word, List<Json> items) {
        return switch (word) {
            case "EVENT" -> sized(items, 3).then(Messages::subscription)
                    .then(name -> event(items.get(2)).then(e -> Checked.good(new RelayMessage.Delivered(name, e))));
            case "OK" -> ok(items);
            case "EOSE" -> sized(items, 2).then(Messages::subscription).then(name -> Checked.good(new RelayMessage.EndOfStored(name)));
            case "CLOSED" -> sized(items, 3).then(Messages::subscription)
                    .then(name -> text(items.get(2)).then(text -> Checked.good(new RelayMessage.Closed(name, text))));
            case "NOTICE" -> sized(items, 2).then(i -> text(i.get(1))).then(text -> Checked.good(new RelayMessage.Notice(text)));
            case "AUTH" -> sized(items, 2).then(i -> text(i.get(1))).then(text -> Checked.good(new RelayMessage.Challenge(text)));
            case "NEG-MSG" -> sized(items, 3).then(Messages::subscription)
                    .then(name -> hex(items.get(2)).then(bytes -> Checked.good(new RelayMessage.SyncMessage(name, bytes))));
            // Relays in use add the size bound as a fourth member.
            case "NEG-ERR" -> items.size() < 3 || items.size() > 4 ? Checked.bad(MessageFault.WRONG_MEMBERS, "NEG-ERR")
                    : subscription(items).then(name -> text(items.get(2)).then(text -> Checked.good(new RelayMessage.SyncError(name, text))));
            default -> Checked.bad(MessageFault.UNKNOWN_MESSAGE, "an unknown word");
        };
    }

    private static Checked<RelayMessage> ok(List<Json> items) {
        if (items.size() == 4
                && items.get(1) instanceof Json.Text(String hex) && hex.length() == 64
                && items.get(2) instanceof Json.Bool(boolean accepted)
                && items.get(3) instanceof Json.Text(String text)) {
            Optional<Bytes> id = Bytes.parseHex(hex);
            if (id.isPresent()) {
                return Checked.good(new RelayMessage.Ok(id.get(), accepted, text));
            }
        }
        return Checked.bad(MessageFault.WRONG_MEMBERS, "OK");
    }

    private static Checked<List<Json>> sized(List<Json> items, int size) {
        return items.size() == size ? Checked.good(items) : Checked.bad(MessageFault.WRONG_MEMBERS, items.size() + " members, not " + size);
    }

    private static Checked<String> subscription(List<Json> items) {
        boolean fits = items.size() > 1 && items.get(1) instanceof Json.Text(String name) && !name.isEmpty() && name.length() <= Limits.SUBSCRIPTION_CHARACTERS;
        return fits ? text(items.get(1))
                : Checked.bad(MessageFault.MALFORMED_SUBSCRIPTION, "1 to " + Limits.SUBSCRIPTION_CHARACTERS + " characters are wanted");
    }

    private static Checked<String> text(Json json) {
        return json instanceof Json.Text(String text) ? Checked.good(text) : Checked.bad(MessageFault.WRONG_MEMBERS, "a text is wanted");
    }

    private static Checked<Bytes> hex(Json json) {
        Optional<Bytes> bytes = json instanceof Json.Text(String text) ? Bytes.parseHex(text) : Optional.empty();
        return bytes.map(Checked::good).orElseGet(() -> Checked.bad(MessageFault.WRONG_MEMBERS, "lower-case hex is wanted"));
    }

    private static Checked<Event> event(Json json) {
        return switch (EventReader.read(json)) {
            case Checked.Good<Event> good -> good;
            case Checked.Bad<Event>(var fault, String detail) -> Checked.bad(MessageFault.MALFORMED_EVENT, fault.code() + ": " + detail);
        };
    }

    private static Checked<List<Filter>> filters(List<Json> items) {
        if (items.isEmpty() || items.size() > Limits.FILTERS) {
            return Checked.bad(MessageFault.MALFORMED_FILTER, "1 to " + Limits.FILTERS + " filters are wanted");
        }
        List<Filter> filters = new ArrayList<>();
        for (Json item : items) {
            switch (filter(item)) {
                case Checked.Good<Filter>(Filter filter) -> filters.add(filter);
                case Checked.Bad<Filter> bad -> {
                    return bad.as();
                }
            }
        }
        return Checked.good(filters);
    }

    private static Checked<Filter> filter(Json json) {
        if (!(json instanceof Json.Obj(Map<String, Json> members))) {
            return Checked.bad(MessageFault.MALFORMED_FILTER, "not an object");
        }
        FilterBuilder builder = new FilterBuilder();
        for (Map.Entry<String, Json> member : members.entrySet()) {
            if (!builder.take(member.getKey(), member.getValue())) {
                return Checked.bad(MessageFault.MALFORMED_FILTER, "member " + (member.getKey().length() > 10 ? "unknown" : member.getKey()));
            }
        }
        return Checked.good(builder.build());
    }

    /** The frame of a client's message. */
    public static String write(ClientMessage message) {
        return switch (message) {
            case ClientMessage.Publish(Event event) -> "[\"EVENT\"," + event.json() + "]";
            case ClientMessage.Authenticate(Event event) -> "[\"AUTH\"," + event.json() + "]";
            case ClientMessage.Subscribe(String name, List<Filter> filters) -> {
                StringBuilder out = open("REQ", name);
                for (Filter filter : filters) {
                    out.append(',').append(json(filter).write());
                }
                yield out.append(']').toString();
            }
            case ClientMessage.Unsubscribe(String name) -> open("CLOSE", name).append(']').toString();
            case ClientMessage.SyncOpen(String name, Filter filter, Bytes bytes) ->
                open("NEG-OPEN", name).append(',').append(json(filter).write()).append(",\"").append(bytes.hex()).append("\"]").toString();
            case ClientMessage.SyncMessage(String name, Bytes bytes) -> open("NEG-MSG", name).append(",\"").append(bytes.hex()).append("\"]").toString();
            case ClientMessage.SyncClose(String name) -> open("NEG-CLOSE", name).append(']').toString();
        };
    }

    /** The frame of a relay's message. */
    public static String write(RelayMessage message) {
        return switch (message) {
            case RelayMessage.Delivered(String name, Event event) -> {
                StringBuilder out = open("EVENT", name).append(',');
                event.json(out);
                yield out.append(']').toString();
            }
            case RelayMessage.Ok(Bytes id, boolean accepted, String text) ->
                Json.array(List.of(Json.of("OK"), Json.of(id.hex()), Json.of(accepted), Json.of(text))).write();
            case RelayMessage.EndOfStored(String name) -> open("EOSE", name).append(']').toString();
            case RelayMessage.Closed(String name, String text) -> Json.texts(List.of("CLOSED", name, text)).write();
            case RelayMessage.Notice(String text) -> Json.texts(List.of("NOTICE", text)).write();
            case RelayMessage.Challenge(String challenge) -> Json.texts(List.of("AUTH", challenge)).write();
            case RelayMessage.SyncMessage(String name, Bytes bytes) -> open("NEG-MSG", name).append(",\"").append(bytes.hex()).append("\"]").toString();
            case RelayMessage.SyncError(String name, String text) -> Json.texts(List.of("NEG-ERR", name, text)).write();
        };
    }

    private static StringBuilder open(String word, String name) {
        StringBuilder out = new StringBuilder(256).append("[\"").append(word).append("\",");
        JsonWriter.string(name, out);
        return out;
    }

    private static Json json(Filter filter) {
        Map<String, Json> members = new LinkedHashMap<>();
        put(members, "ids", filter.ids().stream().map(id -> Json.of(id.hex())).toList());
        put(members, "authors", filter.authors().stream().map(author -> Json.of(author.hex())).toList());
        put(members, "kinds", filter.kinds().stream().map(kind -> Json.of((long) kind)).toList());
        filter.tags().forEach((name, values) -> put(members, "#" + name, values.stream().map(Json::of).toList()));
        filter.since().ifPresent(since -> members.put("since", Json.of(since)));
        filter.until().ifPresent(until -> members.put("until", Json.of(until)));
        filter.limit().ifPresent(limit -> members.put("limit", Json.of((long) limit)));
        return new Json.Obj(members);
    }

    private static void put(Map<String, Json> members, String name, List<Json> values) {
        if (!values.isEmpty()) {
            members.put(name, Json.array(values));
        }
    }
}
