package studio.pastiche.ui.planted;

import studio.pastiche.cli.planted.UsesJavaFx;

/// Breaks a rule on purpose, for ArchitectureTest.
public final class ImportsCli {
  public final Class<?> cli = UsesJavaFx.class;
}
