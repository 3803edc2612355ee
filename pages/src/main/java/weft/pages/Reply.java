package weft.pages;

import java.util.function.Function;
import weft.core.peer.Command;
import weft.core.peer.Outcome;

/** What pages make of a request. */
public sealed interface Reply {
    /** An answer as it stands. */
    record Page(Response response) implements Reply {}

    /** Something to do first: the shell performs the command and asks what to answer to its outcome. */
    record Act(Command command, Function<Outcome, Response> then) implements Reply {}

    /**
     * A page that hangs on what was typed into a form. Browsers write the bodies of forms into their session files, so the shell keeps
     * the page in memory for a while and sends the browser there by an address that tells nothing.
     */
    record Kept(Response response) implements Reply {}

    /**
     * The person chose a language: the shell keeps it and gives it with later requests.
     *
     * @param language its BCP 47 tag, one of those there are
     * @param response to send
     */
    record KeepLanguage(String language, Response response) implements Reply {}
}
