package studio.pastiche.networks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The proxy that the environment's `HTTPS_PROXY` names, as other command-line programs have it,
/// and else the one that Java finds in its own settings or the system's.
final class SystemProxies extends ProxySelector {
  private final Map<String, String> environment;
  private final @Nullable ProxySelector others;

  SystemProxies(Map<String, String> environment, @Nullable ProxySelector others) {
    this.environment = environment;
    this.others = others;
  }

  static SystemProxies ofThisProcess() {
    return new SystemProxies(System.getenv(), ProxySelector.getDefault());
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    if (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]")) {
      return List.of(Proxy.NO_PROXY);
    }
    URI named = named();
    if (named == null) {
      return others == null ? List.of(Proxy.NO_PROXY) : others.select(uri);
    }
    int port = named.getPort() < 0 ? 80 : named.getPort();
    return exempt(host)
        ? List.of(Proxy.NO_PROXY)
        : List.of(
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(named.getHost(), port)));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException problem) {
    if (others != null) {
      others.connectFailed(uri, address, problem);
    }
  }

  private @Nullable URI named() {
    String said = either("https_proxy", "HTTPS_PROXY");
    if (said.isBlank()) {
      return null;
    }
    try {
      URI uri = URI.create(said.contains("://") ? said : "http://" + said);
      return uri.getHost() == null ? null : uri;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean exempt(String host) {
    return Arrays.stream(either("no_proxy", "NO_PROXY").split(","))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
  }

  private String either(String small, String large) {
    return environment.getOrDefault(small, environment.getOrDefault(large, ""));
  }
}
