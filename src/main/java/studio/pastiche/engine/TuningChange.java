package studio.pastiche.engine;

/// A tuning that took effect at a moment of a run. Kept in the recipe, so that the run can be
/// repeated.
public record TuningChange(Moment at, Tuning tuning) {}
