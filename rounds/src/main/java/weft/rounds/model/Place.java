package weft.rounds.model;

/**
 * Where something is.
 *
 * @param name what people call it; unique within a problem
 * @param x longitude in degrees, or the abscissa in the plane of a benchmark
 * @param y latitude in degrees, or the ordinate in the plane of a benchmark
 */
public record Place(String name, double x, double y) {}
