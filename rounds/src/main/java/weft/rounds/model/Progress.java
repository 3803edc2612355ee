package weft.rounds.model;

/**
 * How far a search is.
 *
 * @param share from 0 to 1
 * @param left how many jobs are left over in the best plan so far
 * @param rounds how many rounds it has
 * @param cost what it costs in the objective, without what is left over
 */
public record Progress(double share, int left, int rounds, double cost) {}
