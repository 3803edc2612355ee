package weft.rounds.model;

/**
 * A rest that a driver takes during the round, wherever they are then.
 *
 * @param start when it may begin
 * @param length how long it is, in seconds
 */
public record Pause(Window start, double length) {}
