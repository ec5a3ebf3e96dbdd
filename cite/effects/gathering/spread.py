"""In which order references are begun, where they are too many to be under way at once. Pure."""

from collections import Counter
from collections.abc import Sequence

from cite.model.references import Reference
from cite.recognisers.addresses.url_parts import split_url


def spread(references: Sequence[Reference]) -> Sequence[Reference]:
    """Every host's evenly over the whole, so that whatever is under way is of many hosts, as all of it is.

    A list in the order of its addresses would otherwise wait for one host at a time.
    """
    hosts = [split_url(one.links[0].url).host if one.links else "" for one in references]
    of_host, before = Counter(hosts), Counter[str]()
    places = []
    for number, host in enumerate(hosts):
        places.append(((before[host] + 0.5) / of_host[host], number))
        before[host] += 1
    return [references[number] for _, number in sorted(places)]
