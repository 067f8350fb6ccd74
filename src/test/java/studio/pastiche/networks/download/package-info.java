@NullMarked
package studio.pastiche.networks.download;

import org.jspecify.annotations.NullMarked;
