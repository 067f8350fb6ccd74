package studio.pastiche.networks.download;

import java.time.Duration;

/// How fetching goes about it.
///
/// @param parallel how many requests at once
/// @param segment how many bytes a request asks for at most
/// @param stall how long nothing may come before the connection counts as broken
/// @param pause before what broke is tried again; doubled each time, a few times
/// @param attempts how often in a row a break is taken
public record Settings(int parallel, long segment, Duration stall, Duration pause, int attempts) {
  private static final int DOUBLINGS = 5;

  /// How long to wait after so many breaks in a row.
  Duration pauseAfter(int breaks) {
    return pause.multipliedBy(1L << Math.clamp(breaks - 1, 0, DOUBLINGS));
  }

  public static Settings defaults() {
    return new Settings(4, 8 << 20, Duration.ofSeconds(30), Duration.ofSeconds(1), 5);
  }
}
