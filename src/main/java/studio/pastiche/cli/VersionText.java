package studio.pastiche.cli;

import picocli.CommandLine.IVersionProvider;
import studio.pastiche.engine.Version;

/// What `--version` says.
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Pastiche " + Version.CURRENT};
  }
}
