package studio.pastiche.session.planted;

/// One half of a cycle between packages, on purpose, for ArchitectureTest.
public final class Round {
  public final Class<?> other = studio.pastiche.picture.planted.Round.class;
}
