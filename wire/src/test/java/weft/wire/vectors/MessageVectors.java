package weft.wire.vectors;

import java.util.Collections;
import java.util.List;
import weft.wire.event.Limits;
import weft.wire.event.Tag;

/** The vectors of spec/messages.md. */
final class MessageVectors {
    private static final String EVENT = Writing.signed(Writing.NOW, 1, List.of(Tag.of("t", "soup")), "hello").json();
    private static final String ID = "ab".repeat(32);

    private final Writing out;

    MessageVectors(Writing out) {
        this.out = out;
    }

    private void accept(String from, String name, String what, String frame) {
        out.accept(from + "-" + name, what, frame, "from", from);
    }

    private void reject(String from, String reason, String name, String what, String frame) {
        out.reject(reason, from + "-" + name, what, frame, "from", from);
    }

    void write() {
        acceptClient();
        acceptRelay();
        rejectFrames();
        rejectFilters();
        rejectRelay();
    }

    private void acceptClient() {
        accept("client", "event", "Publish.", "[\"EVENT\"," + EVENT + "]");
        accept("client", "auth", "Prove a key.", "[\"AUTH\"," + EVENT + "]");
        accept("client", "req", "Every member of a filter.", "[\"REQ\",\"a\",{\"ids\":[\"" + ID + "\"],\"authors\":[\"" + ID
                + "\"],\"kinds\":[0,65535],\"#p\":[\"x\",\"\"],"
                + "\"#Z\":[\"y\"],\"since\":0,\"until\":9007199254740991,\"limit\":0}]");
        accept("client", "req-two-filters", "An event is wanted that matches any.", "[\"REQ\",\"a\",{\"kinds\":[1]},{\"kinds\":[2]}]");
        accept("client", "req-empty-filter", "An empty filter matches everything.", "[\"REQ\",\"a\",{}]");
        accept("client", "req-longest-name", "64 characters.", "[\"REQ\",\"" + "n".repeat(64) + "\",{}]");
        accept("client", "req-most-values", "2,000 values.", "[\"REQ\",\"a\",{\"kinds\":" + Collections.nCopies(Limits.FILTER_VALUES, 1) + "}]");
        accept("client", "close", "End a subscription.", "[\"CLOSE\",\"a\"]");
        accept("client", "neg-open", "Begin a sync.", "[\"NEG-OPEN\",\"a\",{\"kinds\":[9338]},\"61\"]");
        accept("client", "neg-msg", "Go on with it.", "[\"NEG-MSG\",\"a\",\"6100\"]");
        accept("client", "neg-close", "End it.", "[\"NEG-CLOSE\",\"a\"]");
    }

    private void acceptRelay() {
        accept("relay", "event", "An event of a subscription.", "[\"EVENT\",\"a\"," + EVENT + "]");
        accept("relay", "ok", "Taken.", "[\"OK\",\"" + ID + "\",true,\"\"]");
        accept("relay", "ok-false", "Not taken.", "[\"OK\",\"" + ID + "\",false,\"invalid: wrong-id\"]");
        accept("relay", "eose", "All that is stored.", "[\"EOSE\",\"a\"]");
        accept("relay", "closed", "Ended by the relay.", "[\"CLOSED\",\"a\",\"auth-required: …\"]");
        accept("relay", "notice", "Words for a person.", "[\"NOTICE\",\"hello\"]");
        accept("relay", "auth", "A challenge.", "[\"AUTH\",\"c\"]");
        accept("relay", "neg-msg", "A step of a sync.", "[\"NEG-MSG\",\"a\",\"61\"]");
        accept("relay", "neg-err", "A sync failed.", "[\"NEG-ERR\",\"a\",\"closed: x\"]");
        accept("relay", "neg-err-with-bound", "Relays in use add their bound.", "[\"NEG-ERR\",\"a\",\"blocked: too many\",1000]");
    }

    private void rejectFrames() {
        reject("client", "too-large", "too-large", "More than 131,072 bytes.", "[\"CLOSE\",\"a\"" + " ".repeat(Limits.MESSAGE_BYTES) + "]");
        reject("client", "not-json", "not-json", "No JSON.", "[\"CLOSE\",\"a\"");
        reject("client", "not-json", "empty", "Nothing.", "");
        reject("client", "not-json", "lone-surrogate", "Half of a surrogate pair.", "[\"CLOSE\",\"\\ud800\"]");
        reject("client", "unknown-message", "object", "Not a list.", "{\"CLOSE\":\"a\"}");
        reject("client", "unknown-message", "empty-list", "No word.", "[]");
        reject("client", "unknown-message", "number-first", "The word is a text.", "[1,\"a\"]");
        reject("client", "unknown-message", "unknown-word", "No such word.", "[\"COUNT\",\"a\",{}]");
        reject("client", "unknown-message", "lower-case", "Words are upper case.", "[\"close\",\"a\"]");
        reject("client", "unknown-message", "word-of-a-relay", "Only relays say that.", "[\"EOSE\",\"a\"]");
        reject("client", "wrong-members", "event-extra", "A member too many.", "[\"EVENT\"," + EVENT + ",1]");
        reject("client", "wrong-members", "event-missing", "A member too few.", "[\"EVENT\"]");
        reject("client", "wrong-members", "close-extra", "A member too many.", "[\"CLOSE\",\"a\",\"b\"]");
        reject("client", "wrong-members", "neg-msg-not-hex", "Hex is wanted.", "[\"NEG-MSG\",\"a\",\"6\"]");
        reject("client", "malformed-event", "event-text", "An event is an object.", "[\"EVENT\",\"x\"]");
        reject("client", "malformed-event", "event-of-six-members", "An event has seven members.", "[\"EVENT\"," + EVENT.replace("\"kind\":1,", "") + "]");
        reject("client", "malformed-event", "event-too-large", "An event of more than 65,536 bytes in a frame that is not too large.",
                "[\"EVENT\"," + Writing.signed(Writing.NOW, 1, List.of(), "x".repeat(70_000)).json() + "]");
        reject("client", "malformed-subscription", "no-name", "A subscription has a name.", "[\"REQ\",\"\",{}]");
        reject("client", "malformed-subscription", "name-too-long", "65 characters.", "[\"REQ\",\"" + "n".repeat(65) + "\",{}]");
        reject("client", "malformed-subscription", "name-number", "The name is a text.", "[\"CLOSE\",7]");
        reject("client", "malformed-subscription", "name-missing", "There is none.", "[\"REQ\"]");
    }

    private void rejectFilters() {
        String[][] filters = {
            {"ids-empty", "An empty list can match nothing.", "{\"ids\":[]}"}, {"id-short", "Ids are whole.", "{\"ids\":[\"ab\"]}"},
            {"id-upper-case", "Hex is lower case.", "{\"ids\":[\"" + "AB".repeat(32) + "\"]}"},
            {"authors-text", "A list is wanted.", "{\"authors\":\"" + ID + "\"}"},
            {"kind-too-large", "At most 65535.", "{\"kinds\":[65536]}"}, {"kind-text", "A number is wanted.", "{\"kinds\":[\"1\"]}"},
            {"since-negative", "Not before 1970.", "{\"since\":-1}"}, {"until-fraction", "A whole number is wanted.", "{\"until\":1.5}"},
            {"limit-huge", "At most 2^31-1.", "{\"limit\":2147483648}"}, {"tag-of-two-letters", "Tags are asked for by one letter.", "{\"#ab\":[\"x\"]}"},
            {"tag-no-letter", "A letter is wanted.", "{\"#1\":[\"x\"]}"}, {"tag-number", "Texts are wanted.", "{\"#p\":[1]}"},
            {"unknown-member", "No such member.", "{\"search\":\"x\"}"},
            {"too-many-values", "More than 2,000.", "{\"kinds\":" + Collections.nCopies(Limits.FILTER_VALUES + 1, 1) + "}"},
            {"not-an-object", "A filter is an object.", "\"x\""}};
        for (String[] row : filters) {
            reject("client", "malformed-filter", "filter-" + row[0], row[1], "[\"REQ\",\"a\"," + row[2] + "]");
        }
        reject("client", "malformed-filter", "no-filter", "At least one.", "[\"REQ\",\"a\"]");
        reject("client", "malformed-filter", "too-many-filters", "More than 20.", "[\"REQ\",\"a\"" + ",{}".repeat(Limits.FILTERS + 1) + "]");
        reject("client", "malformed-filter", "neg-open-filter", "A sync has a filter.", "[\"NEG-OPEN\",\"a\",[],\"61\"]");
    }

    private void rejectRelay() {
        reject("relay", "unknown-message", "word-of-a-client", "Only clients say that.", "[\"REQ\",\"a\",{}]");
        reject("relay", "wrong-members", "ok-without-text", "Four members.", "[\"OK\",\"" + ID + "\",true]");
        reject("relay", "wrong-members", "ok-text-for-truth", "true or false is wanted.", "[\"OK\",\"" + ID + "\",\"true\",\"\"]");
        reject("relay", "wrong-members", "ok-short-id", "A whole id.", "[\"OK\",\"ab\",true,\"\"]");
        reject("relay", "wrong-members", "notice-number", "A text is wanted.", "[\"NOTICE\",1]");
        reject("relay", "wrong-members", "eose-extra", "A member too many.", "[\"EOSE\",\"a\",1]");
        reject("relay", "wrong-members", "event-without-name", "Three members.", "[\"EVENT\"," + EVENT + "]");
        reject("relay", "malformed-subscription", "closed-without-name", "The name is a text.", "[\"CLOSED\",null,\"x\"]");
        reject("relay", "malformed-event", "event-upper-case", "The event within is malformed.", "[\"EVENT\",\"a\","
                + EVENT.replace("\"id\":\"", "\"id\":\"A") + "]");
    }
}
