package studio.pastiche.engine.planted;

import studio.pastiche.session.RecipeJson;

/// Breaks a rule on purpose, for ArchitectureTest.
public final class ImportsSession {
  public final Class<?> session = RecipeJson.class;
}
