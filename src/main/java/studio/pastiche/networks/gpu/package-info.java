/// The GPU pack: PyTorch's libraries for NVIDIA's GPUs, which are too large to ship, fetched where
/// somebody asks for them.
@NullMarked
package studio.pastiche.networks.gpu;

import org.jspecify.annotations.NullMarked;
