package studio.pastiche.networks.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A set of bytes of a file, kept as spans that neither touch nor overlap.
final class Spans {
  private final TreeMap<Long, Long> ends = new TreeMap<>();

  void add(Span added) {
    if (added.length() == 0) {
      return;
    }
    long from = added.from();
    long to = added.to();
    Map.Entry<Long, Long> before = ends.floorEntry(to);
    while (before != null && before.getValue() >= from) {
      from = Math.min(from, before.getKey());
      to = Math.max(to, before.getValue());
      ends.remove(before.getKey());
      before = ends.floorEntry(to);
    }
    ends.put(from, to);
  }

  /// What of `wanted` is not in this set, in order.
  List<Span> missingFrom(Span wanted) {
    List<Span> missing = new ArrayList<>();
    long at = wanted.from();
    for (Map.Entry<Long, Long> span : ends.headMap(wanted.to(), false).entrySet()) {
      if (span.getValue() <= at) {
        continue;
      }
      if (span.getKey() > at) {
        missing.add(new Span(at, span.getKey()));
      }
      at = span.getValue();
    }
    if (at < wanted.to()) {
      missing.add(new Span(at, wanted.to()));
    }
    return missing;
  }
}
