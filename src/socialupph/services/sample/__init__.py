"""The made-up municipality of Exempelby: a register to learn in, to take pictures of and to measure with."""

from socialupph.services.sample.build import SampleSize, fill_sample

__all__ = ["SampleSize", "fill_sample"]
