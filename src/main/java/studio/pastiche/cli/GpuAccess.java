package studio.pastiche.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.pastiche.networks.Clients;
import studio.pastiche.networks.download.Settings;
import studio.pastiche.networks.gpu.GpuFetch;
import studio.pastiche.networks.gpu.GpuPack;
import studio.pastiche.networks.gpu.NvidiaDriver;

/// What the commands about the GPU pack work with.
///
/// @param pack where it is
/// @param driver looks for NVIDIA's driver
/// @param clients go to the network
/// @param settings of fetching
/// @param system as DJL names it
/// @param trial lets another process compute with the pack
record GpuAccess(
    GpuPack pack,
    Supplier<Optional<NvidiaDriver>> driver,
    Supplier<HttpClient> clients,
    Settings settings,
    String system,
    Trial trial) {
  /// Whether a pack computes.
  @FunctionalInterface
  interface Trial {
    /// @return why it does not, or nothing where it does
    Optional<String> problem(Path folder) throws InterruptedException;
  }

  static GpuAccess ofThisUser() {
    return new GpuAccess(
        GpuPack.ofThisUser(),
        NvidiaDriver::ofThisMachine,
        Clients::make,
        Settings.defaults(),
        GpuFetch.thisSystem(),
        new GpuTrial());
  }

  /// @param mirror in place of the original server, or null
  GpuFetch fetch(@Nullable URI mirror) {
    URI from =
        mirror == null
            ? GpuFetch.DJL
            : URI.create(mirror.toString().replaceFirst("/+$", "") + GpuFetch.DJL.getRawPath());
    return new GpuFetch(pack, from, system, clients, settings);
  }
}
