package studio.pastiche.picture.planted;

/// One half of a cycle between packages, on purpose, for ArchitectureTest.
public final class Round {
  public final Class<?> other = studio.pastiche.session.planted.Round.class;
}
