package studio.pastiche.networks.download;

import java.io.IOException;

/// The user paused or cancelled.
final class StoppedException extends IOException {
  private static final long serialVersionUID = 1;
}
