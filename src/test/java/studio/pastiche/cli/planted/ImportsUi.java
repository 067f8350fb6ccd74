package studio.pastiche.cli.planted;

import studio.pastiche.ui.planted.ImportsCli;

/// Breaks a rule on purpose, for ArchitectureTest.
public final class ImportsUi {
  public final Class<?> ui = ImportsCli.class;
}
